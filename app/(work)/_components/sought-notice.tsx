import type { Route } from "next";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import type { SoughtNotice as Told } from "@/lib/casework/clients/list-sought";
import { formatInstant } from "@/lib/platform/text/format";

/**
 * Tells the owner that a colleague searched for, or recorded, something that is on their case. They were shown nothing.
 */
export function SoughtNotice({ notice, zone }: { notice: Told; zone: string }) {
  return (
    <Notice
      kind="info"
      icon="search"
      title={`${notice.by} searched for or recorded what is kept on your case ${notice.code}`}
    >
      <p>
        On {formatInstant(notice.at, zone)}. They were shown nothing, and your supervisors know. If they should work on
        it with you, ask a supervisor. <PageLink href={`/cases/${notice.caseId}` as Route}>Open the case</PageLink>
      </p>
    </Notice>
  );
}
