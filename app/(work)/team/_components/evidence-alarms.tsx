import type { Route } from "next";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { alarmWords } from "@/lib/evidence/verification/labels";
import type { Alarm } from "@/lib/evidence/verification/types";
import { formatInstant } from "@/lib/platform/text/format";

/** Loud while something that was kept is not as it was kept; nothing when all holds. */
export function EvidenceAlarms({ alarms, zone }: { alarms: readonly Alarm[]; zone: string }) {
  if (alarms.length === 0) return null;
  return (
    <Notice kind="overdue" title="Evidence does not hold">
      <p>Hand none of it over. Look for the file in a backup, and find out who could have changed it.</p>
      <ul>
        {alarms.map(({ exhibitId, caseId, caseCode, exhibit, kind, at }) => (
          <li key={`${kind} ${exhibitId}`}>
            <PageLink href={`/cases/${caseId}/evidence/${exhibitId}#custody` as Route}>
              {caseCode}, {exhibit}
            </PageLink>
            : {alarmWords[kind]}. Found on {formatInstant(at, zone)}.
          </li>
        ))}
      </ul>
    </Notice>
  );
}
