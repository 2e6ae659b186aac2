"use client";

import { type Choice, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { Clash } from "@/app/_ui/clash";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { named } from "@/app/_ui/named";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { OddNumber } from "@/app/(work)/_components/odd-number";
import { amendReferenceAction, withdrawReferenceAction } from "@/app/(work)/cases/[caseId]/references/actions";
import { holderLabels, receivedViaLabels } from "@/lib/casework/references/labels";
import { t } from "@/lib/platform/language/translate";

const correctionFields = (proofs: readonly Choice[]) =>
  named({
    raw: { label: t("The number") },
    issuer: { label: t("Who gave it") },
    issuedOn: { label: t("Given on") },
    receivedVia: { label: t("How it came"), options: choicesOf(receivedViaLabels) },
    holder: { label: t("Who has the proof"), options: choicesOf(holderLabels) },
    proofExhibitId: { label: t("Proof"), options: proofs },
  });

type CorrectionProps = { id: string; waiting: boolean; needsStation: boolean; proofs: readonly Choice[] };

/** Correct a number, or fill in one that was waited for. What it was before is kept. */
export function CorrectReference({ id, waiting, needsStation, proofs }: CorrectionProps) {
  const fields = correctionFields(proofs);
  return (
    <ActionForm action={amendReferenceAction} label={t("Correct the number")} className="stack">
      <input type="hidden" name="referenceId" value={id} />
      <Clash record={id} fields={fields} blankKeeps />
      <TextField {...fields.raw} label={waiting ? t("The number") : t("The right number")} optional={!waiting} />
      <OddNumber />
      {needsStation ? <TextField name="station" label={t("Station")} optional /> : null}
      <TextField {...fields.issuer} optional />
      <div className="cols cols--2">
        <DateField {...fields.issuedOn} optional />
        <Select {...fields.receivedVia} blank={t("As it is")} optional />
      </div>
      <div className="cols cols--2">
        <Select {...fields.holder} blank={t("As it is")} optional />
        {proofs.length > 0 ? <Select {...fields.proofExhibitId} blank={t("As it is")} optional /> : null}
      </div>
      <TextField
        name="reason"
        label={t("Why it is corrected")}
        hint={waiting ? undefined : t("For example: a digit was misread. It stays in the history.")}
        optional={waiting}
      />
      <SubmitFoot pendingText={t("Saving")} variant={waiting ? "primary" : "secondary"}>
        {waiting ? t("Save the number") : t("Save the correction")}
      </SubmitFoot>
    </ActionForm>
  );
}

/** Takes off a number that was never ours. */
export function WithdrawForm({ id }: { id: string }) {
  return (
    <ActionForm action={withdrawReferenceAction} label={t("Withdraw the number")} className="stack">
      <input type="hidden" name="referenceId" value={id} />
      <TextField
        name="reason"
        label={t("Why it is withdrawn")}
        hint={t("Recorded in the history and in the log. Do not include names")}
      />
      <SubmitFoot pendingText={t("Withdrawing")} variant="danger">
        {t("Withdraw it")}
      </SubmitFoot>
    </ActionForm>
  );
}
