import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { t } from "@/lib/platform/language/translate";
import { endSessionsAction } from "../actions";

type EndProps = { person: { id: string; name: string }; confirm: Confirmation };

/** For a phone that was left in a taxi: it takes nothing away but the open sessions. */
export function EndTheirsForm({ person, confirm }: EndProps) {
  return (
    <ActionForm action={endSessionsAction} label={t("Sign {name} out everywhere", { name: person.name })} guard={false}>
      <input type="hidden" name="memberId" value={person.id} />
      <p className="small muted">{t("Ends their open sessions at once. They may sign in again.")}</p>
      <ConfirmField asks={confirm} />
      <div className="row">
        <SubmitButton variant="secondary" pendingText={t("Ending them")}>
          {t("End their sessions")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
