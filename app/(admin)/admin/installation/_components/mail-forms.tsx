import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { askTestMailAction, proveMailAction } from "../actions";

/** A mail to the reader's own address, and its code typed back: only that shows that mails arrive. */
export function MailForms({ asked }: { asked: boolean }) {
  return (
    <div className="stack">
      <ActionForm action={askTestMailAction} label={t("Send a test mail")} prefix="test-mail">
        <SubmitFoot variant="secondary" pendingText={t("Sending")}>
          {asked ? t("Send another test mail") : t("Send a test mail to my address")}
        </SubmitFoot>
      </ActionForm>
      {asked ? (
        <ActionForm action={proveMailAction} label={t("Code of the test mail")} prefix="mail-code">
          <TextField
            name="code"
            label={t("Code in the mail")}
            hint={t("Eight letters and digits. Look in the folder for unwanted mail too.")}
            autoComplete="off"
            spellCheck={false}
            required
          />
          <SubmitFoot pendingText={t("Comparing")}>{t("The mail arrived")}</SubmitFoot>
        </ActionForm>
      ) : null}
    </div>
  );
}
