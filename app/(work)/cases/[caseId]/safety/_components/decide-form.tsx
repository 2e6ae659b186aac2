import { Radios } from "@/app/_ui/choice";
import { DateField, TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { riskHints, riskLabels } from "@/lib/casework/cases/labels";
import { type Risk, risks } from "@/lib/casework/cases/types";
import { isBelow } from "@/lib/casework/safety/risk/rules";
import type { RiskFloor } from "@/lib/casework/safety/risk/types";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { decideRiskAction } from "../actions";

type Props = { caseId: string; assessmentId: string; suggested: Risk; floor: RiskFloor; today: CivilDate };

/** A person decides the risk. Levels below what was decided about danger are not offered. */
export function DecideForm({ caseId, assessmentId, suggested, floor, today }: Props) {
  return (
    <ActionForm action={decideRiskAction} label={t("Decide the risk")}>
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="assessmentId" value={assessmentId} />
      <Radios
        name="level"
        label={t("Which risk do you decide?")}
        options={risks
          .filter((level) => !isBelow(level, floor))
          .map((level) => ({ value: level, label: riskLabels[level], hint: riskHints[level] }))}
        defaultValue={suggested}
        required
      />
      <TextArea
        name="reason"
        label={t("Why")}
        hint={t("Required when you decide otherwise than suggested")}
        rows={2}
        maxLength={300}
        optional
      />
      <DateField
        name="reviewOn"
        label={t("Ask again by")}
        hint={t("Empty: our own default counts, sooner when the risk is raised")}
        min={today}
        optional
      />
      <SubmitFoot icon="check" pendingText={t("Saving the decision")}>
        {t("Decide the risk")}
      </SubmitFoot>
    </ActionForm>
  );
}
