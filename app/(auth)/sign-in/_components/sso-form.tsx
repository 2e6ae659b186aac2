import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { startSsoAction } from "../actions";

/** The way by the sign-in service of the organisation. A press begins it, never a page by itself. */
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
