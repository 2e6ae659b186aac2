import { TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";

export function SetupForm({ action, token }: { action: FormAction; token: string }) {
  return (
    <ActionForm action={action} label="Set up your organisation">
      <input type="hidden" name="token" value={token} />
      <TextField
        name="organisation"
        label="Name of the organisation"
        hint="As it stands on your letters. It is printed on every packet."
        autoComplete="organization"
        required
      />
      <TextField name="name" label="Your name" autoComplete="name" required />
      <TextField name="email" label="Your work e-mail" type="email" autoComplete="username" required />
      <TextField
        name="password"
        label="Password"
        hint="At least 15 characters. Four or five words that you can remember do well."
        type="password"
        autoComplete="new-password"
        required
      />
      <div className="row">
        <SubmitButton pendingText="Setting up">Set up and sign in</SubmitButton>
      </div>
    </ActionForm>
  );
}
