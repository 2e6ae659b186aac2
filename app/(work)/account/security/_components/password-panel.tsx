import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { changePasswordAction } from "../actions";

/** Shown closed until the person has proved freshly who they are, like every change here. */
export function PasswordPanel({ changes }: { changes: boolean }) {
  return (
    <Panel id="password" title="Password">
      <p className="read">
        At least 15 characters. Four or five words that have nothing to do with each other do well.
      </p>
      {changes ? (
        <details>
          <summary>Change your password</summary>
          <ActionForm action={changePasswordAction} label="Change your password" guard={false}>
            <TextField
              name="currentPassword"
              label="Password that you have now"
              type="password"
              autoComplete="current-password"
              required
            />
            <TextField name="newPassword" label="New password" type="password" autoComplete="new-password" required />
            <p className="muted">You are signed out everywhere else, and known devices are forgotten.</p>
            <div className="row">
              <SubmitButton variant="secondary" pendingText="Changing it">
                Change password
              </SubmitButton>
            </div>
          </ActionForm>
        </details>
      ) : null}
    </Panel>
  );
}
