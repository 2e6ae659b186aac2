import { Checkbox } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { setEnquiriesAction } from "../actions";

/** Whether somebody without a case may write to the organisation, and how long a closed enquiry is kept. */
export function EnquiriesForm({ on, days }: { on: boolean; days: number }) {
  return (
    <ActionForm action={setEnquiriesAction} label={t("Enquiries")} prefix="enquiries">
      <Checkbox
        name="on"
        value="on"
        label={t("Somebody who has no case may write to us")}
        hint={t("Turned off, nobody new can write. Whoever has a code still reads the answer.")}
        defaultChecked={on}
      />
      <TextField
        name="days"
        label={t("Days until a closed enquiry is erased")}
        hint={t("Counted from the day on which it was referred elsewhere or set aside. What belongs to a case stays.")}
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
