import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { skipStepAction } from "../actions";

/** Skips a step of the first run; `again` takes it up again. What is read out begins with what is seen. */
export function SkipForm({ step, name, again = false }: { step: string; name: string; again?: boolean }) {
  const label = again ? t("Take it up again: {name}", { name }) : t("Skip for now: {name}", { name });
  return (
    <ActionForm action={skipStepAction} label={label} prefix={`skip-${step}`}>
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="skip" value={again ? "no" : "yes"} />
      <SubmitButton variant="quiet" pendingText={t("Saving")} aria-label={label}>
        {again ? t("Take it up again") : t("Skip for now")}
      </SubmitButton>
    </ActionForm>
  );
}
