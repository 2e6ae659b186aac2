import type { Route } from "next";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { rich } from "@/app/_ui/rich";
import { SubmitButton } from "@/app/_ui/submit-button";
import { seeNoticeAction } from "@/app/(work)/emergency/actions";
import type { EmergencyAccessNotice as Told } from "@/lib/casework/emergency-access/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

/** Tells the owner of a case that a colleague may read it for some hours, until they mark it as seen. */
export function EmergencyAccessNotices({ notice, zone }: { notice: Told; zone: string }) {
  return (
    <Notice
      kind="warning"
      title={t("{by} was given emergency access to your case {code}", { by: notice.by, code: notice.code })}
    >
      <p>
        {rich("To read, until {endsAt}. Why: {reason} <link>Open the case</link>", {
          endsAt: formatInstant(notice.endsAt, zone),
          reason: notice.reason,
          link: (words) => <PageLink href={`/cases/${notice.caseId}` as Route}>{words}</PageLink>,
        })}
      </p>
      <ActionForm action={seeNoticeAction} label={t("I have seen this: {code}", { code: notice.code })} guard={false}>
        <input type="hidden" name="noticeId" value={notice.id} />
        <SubmitButton variant="secondary" small pendingText={t("Noting it")}>
          {t("I have seen this")}
        </SubmitButton>
      </ActionForm>
    </Notice>
  );
}
