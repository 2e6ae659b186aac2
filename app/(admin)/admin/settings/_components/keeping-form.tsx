import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import type { Keeping } from "@/lib/privacy/retention/types";
import { setKeepingAction } from "../actions";

/** How many years after closing a case is reviewed. */
export function KeepingForm({ keeping }: { keeping: Keeping }) {
  return (
    <ActionForm action={setKeepingAction} label={t("Retention period in years")} prefix="keeping">
      <TextField
        name="years"
        label={t("Years after closing")}
        hint={keeping.ours ? t("Nobody set it: this is our default, not the law's") : t("As set by an administrator")}
        inputMode="numeric"
        short
        defaultValue={keeping.years}
      />
      <SubmitFoot variant="secondary" pendingText={t("Saving")}>
        {t("Save the years")}
      </SubmitFoot>
    </ActionForm>
  );
}
