import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { formatInstant } from "@/lib/platform/text/format";
import { endOtherSessionsAction, endSessionAction } from "../actions";

type Session = { id: string; device: string; startedAt: Date; seenAt: Date; own: boolean };

type SessionsProps = { sessions: readonly Session[]; zone: string };

/** Where this person is signed in. Ending needs no proof: it must be quick, and takes nothing away. */
export function SessionsPanel({ sessions, zone }: SessionsProps) {
  return (
    <Panel id="sessions" title="Where you are signed in">
      <p className="read muted">
        A session ends after 30 minutes without use, and after 12 hours in any case. If you do not know one, end it and
        change your password.
      </p>
      <ul className="stack">
        {sessions.map((session) => (
          <li key={session.id} className="stack stack--s">
            <span className="strong">
              {session.device}
              {session.own ? " (this one)" : ""}
            </span>
            <span className="small muted">
              Signed in {formatInstant(session.startedAt, zone)}. Last used {formatInstant(session.seenAt, zone)}.
            </span>
            {session.own ? null : <End session={session} />}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <ActionForm action={endOtherSessionsAction} label="End all other sessions" guard={false}>
          <div className="row">
            <SubmitButton variant="danger" pendingText="Ending them">
              End all others
            </SubmitButton>
          </div>
        </ActionForm>
      ) : (
        <p className="muted">You are signed in here only.</p>
      )}
    </Panel>
  );
}

function End({ session }: { session: Session }) {
  return (
    <ActionForm action={endSessionAction} label={`End the session of ${session.device}`} guard={false}>
      <input type="hidden" name="sessionId" value={session.id} />
      <div className="row">
        <SubmitButton variant="secondary" pendingText="Ending it">
          End this session
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
