import { Select } from "@/app/_ui/choice";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { RefusalView } from "@/lib/escalation/refusals/types";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { raiseRefusalAction, settleRefusalAction } from "../actions";

type Props = { caseId: string; refusal: RefusalView; today: CivilDate };

function Known({ caseId, refusal }: Pick<Props, "caseId" | "refusal">) {
  return (
    <>
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="refusalId" value={refusal.id} />
    </>
  );
}

export function RaiseForm({ caseId, refusal, today }: Props) {
  return (
    <ActionForm
      action={raiseRefusalAction}
      label={t("Take refusal {number} to the next level", { number: refusal.number })}
    >
      <Known caseId={caseId} refusal={refusal} />
      <Select
        name="rungKey"
        label={t("To whom it goes now")}
        options={refusal.above.map((rung) => ({ value: rung.key, label: `${rung.number}. ${rung.to}` }))}
        defaultValue={refusal.sent?.rungKey ?? refusal.above[0]?.key}
      />
      <div className="cols cols--2">
        <DateField
          name="on"
          label={t("Escalated on")}
          hint={t("The time of the new level counts from here")}
          defaultValue={refusal.sent?.on ?? today}
        />
        <TextField
          name="reason"
          label={t("Why")}
          hint={t("For example: no answer within 3 working days. No names")}
          required
        />
      </div>
      <SubmitFoot variant="secondary" pendingText={t("Taking it up")}>
        {t("Take it there")}
      </SubmitFoot>
    </ActionForm>
  );
}

export function SettleForm({ caseId, refusal, today }: Props) {
  const { answered } = refusal;
  return (
    <ActionForm action={settleRefusalAction} label={t("Settle refusal {number}", { number: refusal.number })}>
      <Known caseId={caseId} refusal={refusal} />
      <div className="cols cols--2">
        <DateField name="settledOn" label={t("Put right on")} defaultValue={answered?.on ?? today} />
        <TextField
          name="note"
          label={t("How")}
          hint={t("For example: the number came after all")}
          defaultValue={answered ? t("The number came: {display}", { display: answered.display }) : undefined}
          required
        />
      </div>
      <SubmitFoot variant="secondary" pendingText={t("Settling it")}>
        {t("Settle refusal {number}", { number: refusal.number })}
      </SubmitFoot>
    </ActionForm>
  );
}
