import { Panel } from "@/app/_ui/panel";
import type { TranscriptVersion } from "@/lib/evidence/transcripts/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

/** Who wrote, amended or took back, and when: nothing of it is ever changed. */
export function VersionList({ versions, zone }: { versions: readonly TranscriptVersion[]; zone: string }) {
  if (versions.length < 2) return null;
  return (
    <Panel title={t("Versions")} id="versions">
      <ul>
        {versions.map(({ version, withdrawn, madeBy, madeAt }) => (
          <li key={version}>
            {t("{version}: {what} by {madeBy}, {madeAt}", {
              version,
              what: withdrawn ? t("taken back") : version === 1 ? t("entered") : t("amended"),
              madeBy,
              madeAt: formatInstant(madeAt, zone),
            })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
