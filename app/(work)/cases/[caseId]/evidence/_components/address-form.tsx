"use client";

import { type Choice, Radios } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { recordCustodyAction } from "../actions";

/** What is written into the ledger as the reason, word for word. */
const found: Choice[] = [
  t("Address checked again: it is still there"),
  t("Address checked again: it was changed"),
  t("Address checked again: it is gone"),
].map((words) => ({ value: words, label: words.split(": it ")[1] ?? words }));

/** Nothing is opened from here: somebody visits the address elsewhere, and records what they found. */
export function AddressForm({ exhibitId }: { exhibitId: string }) {
  return (
    <ActionForm whileRestricted action={recordCustodyAction} label={t("Check its address again")} className="stack">
      <input type="hidden" name="exhibitId" value={exhibitId} />
      <input type="hidden" name="action" value="viewed" />
      <Radios
        name="purpose"
        label={t("What is at its address now?")}
        hint={t(
          "Check it on a device that nobody would recognise, then record what you found. You cannot change this later",
        )}
        options={found}
      />
      <TextArea name="remarks" label={t("What you saw")} rows={2} optional />
      <SubmitFoot pendingText={t("Writing")} variant="secondary" icon="eye">
        {t("Record the check")}
      </SubmitFoot>
    </ActionForm>
  );
}
