import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { setMailDaysAction } from "../actions";

/** How long a mail is kept that came in and that nobody filed. */
export function MailForm({ days }: { days: number }) {
  return (
    <ActionForm action={setMailDaysAction} label={t("Mail that comes in")} prefix="mail">
      <TextField
        name="days"
        label={t("Days until a mail that nobody filed is erased")}
        hint={t("Counted from the day on which it came, or was set aside. What was filed is kept with its case.")}
        inputMode="numeric"
        defaultValue={String(days)}
        short
      />
      <SubmitFoot variant="secondary" pendingText={t("Saving")}>
        {t("Save")}
      </SubmitFoot>
    </ActionForm>
  );
}
