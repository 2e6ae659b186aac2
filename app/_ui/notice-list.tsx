import { rich } from "@/app/_ui/rich";
import { t } from "@/lib/platform/language/translate";
import { ActionForm, type FormAction } from "./form";
import { Notice } from "./notice";
import { PageLink } from "./page-link";
import { SubmitButton } from "./submit-button";

type Told = { id: string; title: string; mayDismiss: boolean };

type NoticesProps = { notices: readonly Told[]; endOthers: FormAction; dismiss: FormAction };

/** Changes of how this person signs in, above every page of theirs until they put each away. */
export function NoticeList({ notices, ...rest }: NoticesProps) {
  return notices.map((notice) => <OneNotice key={notice.id} notice={notice} {...rest} />);
}

type OneProps = Omit<NoticesProps, "notices"> & { notice: Told };

function OneNotice({ notice, endOthers, dismiss }: OneProps) {
  return (
    <Notice kind="warning" title={notice.title}>
      <p>
        {rich(
          "Was it not you? End all other sessions, then look under <link>Account, Security</link>, remove what you do not know, and phone an administrator or a supervisor.",
          { link: (words) => <PageLink href="/account/security">{words}</PageLink> },
        )}
      </p>
      <div className="row">
        <ActionForm action={endOthers} label={t("It was not me")} guard={false}>
          <SubmitButton variant="danger" small pendingText={t("Ending them")}>
            {t("End all other sessions")}
          </SubmitButton>
        </ActionForm>
        {notice.mayDismiss ? (
          <ActionForm action={dismiss} label={t("It was me")} guard={false}>
            <input type="hidden" name="noticeId" value={notice.id} />
            <SubmitButton variant="secondary" small pendingText={t("Putting it away")}>
              {t("It was me")}
            </SubmitButton>
          </ActionForm>
        ) : null}
      </div>
      {notice.mayDismiss ? null : (
        <p className="small muted">
          {t(
            "It stays here until you sign in again in another way, or with an app that you have had for a day, so that nobody hides it from you.",
          )}
        </p>
      )}
    </Notice>
  );
}
