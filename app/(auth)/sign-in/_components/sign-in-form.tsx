import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { signInAction } from "../actions";

export function SignInForm() {
  return (
    <ActionForm action={signInAction} label={t("Sign in")} guard={false}>
      <TextField name="email" label={t("Work e-mail")} type="email" autoComplete="username" required />
      <TextField name="password" label={t("Password")} type="password" autoComplete="current-password" required />
      <div className="row">
        <SubmitButton pendingText={t("Signing in")}>{t("Sign in")}</SubmitButton>
      </div>
      <details>
        <summary>{t("Forgot your password, or lost your phone?")}</summary>
        <p className="muted">
          {t(
            "If you have a recovery code, enter it after your password. If not, ask an administrator of your organisation for a new sign-in link. Nobody can read or send your old password.",
          )}
        </p>
      </details>
    </ActionForm>
  );
}
