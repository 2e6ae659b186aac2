import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { endSessionsAction } from "../actions";

type EndProps = { person: { id: string; name: string }; confirm: Confirmation };

/** For a phone that was left in a taxi: it takes nothing away but the open sessions. */
export function EndTheirsForm({ person, confirm }: EndProps) {
  return (
    <ActionForm action={endSessionsAction} label={`Sign ${person.name} out everywhere`} guard={false}>
      <input type="hidden" name="memberId" value={person.id} />
      <p className="small muted">Ends their open sessions at once. They may sign in again.</p>
      <ConfirmField asks={confirm} />
      <div className="row">
        <SubmitButton variant="secondary" pendingText="Ending them">
          End their sessions
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
