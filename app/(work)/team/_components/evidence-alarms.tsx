import type { Route } from "next";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { rich } from "@/app/_ui/rich";
import { alarmWords } from "@/lib/evidence/verification/labels";
import type { Alarm } from "@/lib/evidence/verification/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

/** Loud while something that was kept is not as it was kept; nothing when all holds. */
export function EvidenceAlarms({ alarms, zone }: { alarms: readonly Alarm[]; zone: string }) {
  if (alarms.length === 0) return null;
  return (
    <Notice kind="overdue" title={t("Evidence failed its check")}>
      <p>{t("Hand none of it over. Look for the file in a backup, and find out who could have changed it.")}</p>
      <ul>
        {alarms.map(({ exhibitId, caseId, caseCode, exhibit, kind, at }) => (
          <li key={`${kind} ${exhibitId}`}>
            {rich("<link>{caseCode}, {exhibit}</link>: {alarmWords}. Found on {at}.", {
              caseCode,
              exhibit,
              link: (words) => (
                <PageLink href={`/cases/${caseId}/evidence/${exhibitId}#custody` as Route}>{words}</PageLink>
              ),
              alarmWords: alarmWords[kind],
              at: formatInstant(at, zone),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
