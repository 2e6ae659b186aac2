import { Chip } from "@/app/_ui/chip";
import { Panel } from "@/app/_ui/panel";
import { SourceNote } from "@/app/(work)/_components/law-sources";
import type { WarningView } from "@/lib/law/dual-criminality/types";
import { t } from "@/lib/platform/language/translate";

/** What would weaken a request, read from the acts, each with what to do about it. */
export function WarningsPanel({ warnings }: { warnings: readonly WarningView[] }) {
  if (warnings.length === 0) return null;
  return (
    <Panel id="warnings" title={t("What weakens a request to the other country")} padded={false}>
      <div className="items">
        {warnings.map((warning) => (
          <div className="item" key={warning.key}>
            <span className="item__title">{warning.text}</span>
            <div className="item__why stack stack--s">
              <p>{warning.todo}</p>
              <p className="small">
                {warning.sources.map((source) => (
                  <span key={source.text}>
                    {source.text} <SourceNote source={source} />{" "}
                  </span>
                ))}
              </p>
            </div>
            <span className="item__side">
              <Chip kind="warning" icon="triangle-alert">
                {warning.by.length > 3 ? t("{by} acts", { by: warning.by.length }) : warning.by.join(", ")}
              </Chip>
            </span>
          </div>
        ))}
      </div>
    </Panel>
  );
}
