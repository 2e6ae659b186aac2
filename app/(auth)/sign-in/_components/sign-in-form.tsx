import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { signInAction } from "../actions";

export function SignInForm() {
  return (
    <ActionForm action={signInAction} label="Sign in" guard={false}>
      <TextField name="email" label="Work e-mail" type="email" autoComplete="username" required />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" required />
      <div className="row">
        <SubmitButton pendingText="Signing in">Sign in</SubmitButton>
      </div>
      <details>
        <summary>Forgot your password, or lost your phone?</summary>
        <p className="muted">
          With a recovery code you get in after your password. Without one, ask an administrator of your organisation
          for a new sign-in link. Nobody can read or send your old password.
        </p>
      </details>
    </ActionForm>
  );
}
