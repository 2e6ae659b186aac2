"use client";

import { type Choice, Radios } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { recordCustodyAction } from "../actions";

/** What is written into the ledger as the reason, word for word. */
const found: Choice[] = [
  t("Its address was looked at again: it is still there"),
  t("Its address was looked at again: it was changed"),
  t("Its address was looked at again: it is gone"),
].map((words) => ({ value: words, label: words.split(": it ")[1] ?? words }));

/** Nothing is opened from here: somebody visits the address elsewhere, and records what they found. */
export function AddressForm({ exhibitId }: { exhibitId: string }) {
  return (
    <ActionForm whileRestricted action={recordCustodyAction} label={t("Look at its address again")} className="stack">
      <input type="hidden" name="exhibitId" value={exhibitId} />
      <input type="hidden" name="action" value="viewed" />
      <Radios
        name="purpose"
        label={t("What stands at its address now?")}
        hint={t("Look at it on a device that nobody knows, then write down what you found. It cannot be changed later")}
        options={found}
      />
      <TextArea name="remarks" label={t("What you saw")} rows={2} optional />
      <SubmitFoot pendingText={t("Writing")} variant="secondary" icon="eye">
        {t("Write down that you looked")}
      </SubmitFoot>
    </ActionForm>
  );
}
