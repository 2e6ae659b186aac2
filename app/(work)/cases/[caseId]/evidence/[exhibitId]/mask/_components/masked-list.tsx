import { DownloadButton } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Hash } from "@/app/_ui/number";
import { Panel } from "@/app/_ui/panel";
import { UnlessFrozen } from "@/app/_ui/unless-frozen";
import type { CopyView } from "@/lib/evidence/copies/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant, plural } from "@/lib/platform/text/format";
import { HoldToReveal } from "../../../_components/hold-to-reveal";

type Props = { exhibitId: string; label: string; zone: string; copies: readonly CopyView[] };

/** The copies of a page, newest first: what is shown here is what others will see, burned in already. */
export function MaskedList({ exhibitId, label, zone, copies }: Props) {
  return (
    <Panel title={t("Masked copies of this page")} id="masked" padded={false}>
      {copies.length === 0 ? (
        <EmptyState icon="layers" title={t("None yet")}>
          {t("Each copy that you keep gets a number and a hash, and stays beside those before it.")}
        </EmptyState>
      ) : (
        <ul className="copies">
          {copies.map(({ id, page, version, reason, boxes, sha256, madeAt, madeBy }) => (
            <li className="copy" key={id}>
              <p className="strong">
                {t("Copy {version}, {boxes}", { version, boxes: plural(boxes, "box", "boxes") })}
              </p>
              <HoldToReveal
                exhibitId={exhibitId}
                label={t("{label}, masked copy {version}", { label, version })}
                copyId={id}
              />
              <p className="breakable">{reason}</p>
              <p className="small muted">
                {formatInstant(madeAt, zone)}
                {madeBy ? t(", by {madeBy}", { madeBy }) : ""}
              </p>
              <p>
                <Hash value={sha256} />
              </p>
              <UnlessFrozen what={t("Download")}>
                <DownloadButton small href={`/api/evidence/${exhibitId}/masked?page=${page}&version=${version}`}>
                  {t("Download copy {version}", { version })}
                </DownloadButton>
              </UnlessFrozen>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
