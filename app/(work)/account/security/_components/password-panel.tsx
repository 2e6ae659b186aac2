import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { changePasswordAction } from "../actions";

/** Shown closed until the person has proved freshly who they are, like every change here. */
export function PasswordPanel({ changes }: { changes: boolean }) {
  return (
    <Panel id="password" title={t("Password")}>
      <p className="read">
        {t("At least 15 characters. Four or five words that have nothing to do with each other do well.")}
      </p>
      {changes ? (
        <details>
          <summary>{t("Change your password")}</summary>
          <ActionForm action={changePasswordAction} label={t("Change your password")} guard={false}>
            <TextField
              name="currentPassword"
              label={t("Password that you have now")}
              type="password"
              autoComplete="current-password"
              required
            />
            <TextField
              name="newPassword"
              label={t("New password")}
              type="password"
              autoComplete="new-password"
              required
            />
            <p className="muted">{t("You are signed out everywhere else, and known devices are forgotten.")}</p>
            <div className="row">
              <SubmitButton variant="secondary" pendingText={t("Changing it")}>
                {t("Change password")}
              </SubmitButton>
            </div>
          </ActionForm>
        </details>
      ) : null}
    </Panel>
  );
}
