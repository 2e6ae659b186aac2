import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { proveSecondAction } from "../actions";

type CodeFormProps = { app: boolean; recovery: boolean };

/** One field for both kinds of code: what was typed says which it is. */
export function CodeForm({ app, recovery }: CodeFormProps) {
  if (!app && !recovery) {
    return (
      <p className="muted">
        If you lost your passkey, ask an administrator of your organisation for a new sign-in link.
      </p>
    );
  }
  return (
    <ActionForm action={proveSecondAction} label="Second step" guard={false}>
      <TextField
        name="code"
        label={app ? "Code" : "Recovery code"}
        hint={app ? hintOf(recovery) : "One of the ten that you kept on paper. It works once."}
        autoComplete="one-time-code"
        spellCheck={false}
        maxLength={40}
        short
        required
      />
      <div className="row">
        <SubmitButton pendingText="Checking the code">Go on</SubmitButton>
      </div>
    </ActionForm>
  );
}

const hintOf = (recovery: boolean) =>
  `The six digits that your authenticator app shows.${recovery ? " Lost it? Type a recovery code: it works once." : ""}`;
