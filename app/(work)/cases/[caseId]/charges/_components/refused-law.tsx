import { Chip } from "@/app/_ui/chip";
import { Panel } from "@/app/_ui/panel";
import { LawSources } from "@/app/(work)/_components/law-sources";
import type { OffenceView } from "@/lib/casework/charges/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

/** Law that cannot be used on this case, so that nobody searches for it or relies on it. */
export function RefusedLaw({ offences }: { offences: readonly OffenceView[] }) {
  if (offences.length === 0) return null;
  return (
    <Panel
      id="refused"
      title={t("Not in force for this case")}
      end={<span className="muted">{t("These are refused")}</span>}
      padded={false}
    >
      <div className="items">
        {offences.map((offence) => (
          <div className="item" key={offence.key}>
            <span className="item__title">
              {offence.title}, {offence.citation}
            </span>
            <div className="item__why stack stack--s">
              {offence.note ? <p>{offence.note}</p> : null}
              <LawSources sources={offence.sources} />
            </div>
            <span className="item__side">
              <Chip kind="plain" icon="ban">
                {offence.inForceFrom
                  ? t("In force from {inForceFrom}", { inForceFrom: formatDate(offence.inForceFrom) })
                  : t("Not in force")}
              </Chip>
            </span>
          </div>
        ))}
      </div>
    </Panel>
  );
}
