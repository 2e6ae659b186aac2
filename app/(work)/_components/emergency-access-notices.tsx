import type { Route } from "next";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { SubmitButton } from "@/app/_ui/submit-button";
import { seeNoticeAction } from "@/app/(work)/emergency/actions";
import type { EmergencyAccessNotice as Told } from "@/lib/casework/emergency-access/types";
import { formatInstant } from "@/lib/platform/text/format";

/** Tells the owner of a case that a colleague may read it for some hours, until they mark it as seen. */
export function EmergencyAccessNotices({ notice, zone }: { notice: Told; zone: string }) {
  return (
    <Notice kind="warning" title={`${notice.by} was given emergency access to your case ${notice.code}`}>
      <p>
        To read, until {formatInstant(notice.endsAt, zone)}. Why: {notice.reason}{" "}
        <PageLink href={`/cases/${notice.caseId}` as Route}>Open the case</PageLink>
      </p>
      <ActionForm action={seeNoticeAction} label={`I have seen this: ${notice.code}`} guard={false}>
        <input type="hidden" name="noticeId" value={notice.id} />
        <SubmitButton variant="secondary" small pendingText="Noting it">
          I have seen this
        </SubmitButton>
      </ActionForm>
    </Notice>
  );
}
