import type { Route } from "next";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { rich } from "@/app/_ui/rich";
import type { SoughtNotice as Told } from "@/lib/casework/clients/list-sought";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

/**
 * Tells the owner that a colleague searched for, or recorded, something that is on their case. They were shown nothing.
 */
export function SoughtNotice({ notice, zone }: { notice: Told; zone: string }) {
  return (
    <Notice
      kind="info"
      icon="search"
      title={t("{by} searched for or recorded what is kept on your case {code}", { by: notice.by, code: notice.code })}
    >
      <p>
        {rich(
          "On {at}. They were shown nothing, and your supervisors know. If they should work on it with you, ask a supervisor. <link>Open the case</link>",
          {
            at: formatInstant(notice.at, zone),
            link: (words) => <PageLink href={`/cases/${notice.caseId}` as Route}>{words}</PageLink>,
          },
        )}
      </p>
    </Notice>
  );
}
