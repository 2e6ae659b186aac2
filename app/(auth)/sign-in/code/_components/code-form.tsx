import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { proveSecondAction } from "../actions";

type CodeFormProps = { app: boolean; recovery: boolean };

/** One field for both kinds of code: what was typed says which it is. */
export function CodeForm({ app, recovery }: CodeFormProps) {
  if (!app && !recovery) {
    return (
      <p className="muted">
        {t("If you lost your passkey, ask an administrator of your organisation for a new sign-in link.")}
      </p>
    );
  }
  return (
    <ActionForm action={proveSecondAction} label={t("Second step")} guard={false}>
      <TextField
        name="code"
        label={app ? t("Code") : t("Recovery code")}
        hint={app ? hintOf(recovery) : t("One of the ten that you kept on paper. It works once.")}
        autoComplete="one-time-code"
        spellCheck={false}
        maxLength={40}
        short
        required
      />
      <div className="row">
        <SubmitButton pendingText={t("Checking the code")}>{t("Go on")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

const hintOf = (recovery: boolean) =>
  t("The six digits that your authenticator app shows.{value}", {
    value: recovery ? t(" Lost it? Type a recovery code: it works once.") : "",
  });
