import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Keeping } from "@/lib/privacy/retention/types";
import { setKeepingAction } from "../actions";

/** How many years after closing a case is reviewed. */
export function KeepingForm({ keeping }: { keeping: Keeping }) {
  return (
    <ActionForm action={setKeepingAction} label="Years of keeping" prefix="keeping">
      <TextField
        name="years"
        label="Years after closing"
        hint={keeping.ours ? "Nobody set it: this is our default, not the law's" : "As set by an administrator"}
        inputMode="numeric"
        short
        defaultValue={keeping.years}
      />
      <SubmitFoot variant="secondary" pendingText="Saving">
        Save the years
      </SubmitFoot>
    </ActionForm>
  );
}
