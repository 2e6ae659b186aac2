import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { SubmitButton } from "@/app/_ui/submit-button";
import { dismissNoticeAction, endOtherSessionsAction } from "@/app/(work)/account/security/actions";
import { noticeTitles } from "@/lib/auth/labels";
import { readNotices } from "@/lib/auth/sign-in-notices";
import type { SignInNotice } from "@/lib/auth/types";
import { formatInstant } from "@/lib/platform/format";
import { officeZone } from "@/lib/work/rules";

/** Changes of how this person signs in, on every page of theirs until they put each away. */
export async function SignInNotices() {
  const notices = await readNotices();
  return notices.map((notice) => <OneNotice key={notice.id} notice={notice} />);
}

function OneNotice({ notice }: { notice: SignInNotice }) {
  const title = `${noticeTitles[notice.kind]} on ${formatInstant(notice.at, officeZone())}, with ${notice.device}`;
  return (
    <Notice kind="warning" title={title}>
      <p>
        Was it not you? End all other sessions, then look under{" "}
        <PageLink href="/account/security">Account, Security</PageLink>, remove what you do not know, and phone an
        administrator or a supervisor.
      </p>
      <div className="row">
        <ActionForm action={endOtherSessionsAction} label="It was not me" guard={false}>
          <SubmitButton look="danger" small pendingText="Ending them">
            End all other sessions
          </SubmitButton>
        </ActionForm>
        {notice.mayDismiss ? (
          <ActionForm action={dismissNoticeAction} label="It was me" guard={false}>
            <input type="hidden" name="noticeId" value={notice.id} />
            <SubmitButton look="secondary" small pendingText="Putting it away">
              It was me
            </SubmitButton>
          </ActionForm>
        ) : null}
      </div>
      {notice.mayDismiss ? null : (
        <p className="small muted">
          It stays here until you sign in again in another way, so that nobody hides it from you.
        </p>
      )}
    </Notice>
  );
}
