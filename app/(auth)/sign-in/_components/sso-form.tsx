import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { startSsoAction } from "../actions";

/** Sign-in through the organisation's sign-in service. Started only by a button press, never automatically. */
export function SsoForm({ label }: { label: string }) {
  return (
    <ActionForm action={startSsoAction} label={`Sign in with ${label}`} guard={false} failed="Not signed in yet">
      <div className="row">
        <SubmitButton variant="secondary" icon="building-2" pendingText={`Going to ${label}`}>
          Sign in with {label}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
