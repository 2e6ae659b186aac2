import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { endOtherSessionsAction, endSessionAction } from "../actions";

type Session = { id: string; device: string; startedAt: Date; seenAt: Date; own: boolean };

type SessionsProps = { sessions: readonly Session[]; zone: string };

/** Where this person is signed in. Ending needs no proof: it must be quick, and takes nothing away. */
export function SessionsPanel({ sessions, zone }: SessionsProps) {
  return (
    <Panel id="sessions" title={t("Where you are signed in")}>
      <p className="read muted">
        {t(
          "A session ends after 30 minutes without use, and after 12 hours in any case. If you do not know one, end it and change your password.",
        )}
      </p>
      <ul className="stack">
        {sessions.map((session) => (
          <li key={session.id} className="stack stack--s">
            <span className="strong">
              {session.device}
              {session.own ? t(" (this one)") : ""}
            </span>
            <span className="small muted">
              {t("Signed in {startedAt}. Last used {seenAt}.", {
                startedAt: formatInstant(session.startedAt, zone),
                seenAt: formatInstant(session.seenAt, zone),
              })}
            </span>
            {session.own ? null : <End session={session} />}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <ActionForm action={endOtherSessionsAction} label={t("End all other sessions")} guard={false}>
          <div className="row">
            <SubmitButton variant="danger" pendingText={t("Ending them")}>
              {t("End all others")}
            </SubmitButton>
          </div>
        </ActionForm>
      ) : (
        <p className="muted">{t("You are signed in here only.")}</p>
      )}
    </Panel>
  );
}

function End({ session }: { session: Session }) {
  return (
    <ActionForm
      action={endSessionAction}
      label={t("End the session of {device}", { device: session.device })}
      guard={false}
    >
      <input type="hidden" name="sessionId" value={session.id} />
      <div className="row">
        <SubmitButton variant="secondary" pendingText={t("Ending it")}>
          {t("End this session")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
