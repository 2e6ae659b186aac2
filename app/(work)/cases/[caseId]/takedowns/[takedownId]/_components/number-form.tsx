import type { Choice } from "@/app/_ui/choice";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { numberTakedownAction } from "../../actions";
import { ReportIdFields } from "./report-form";

type Props = { caseId: string; takedownId: string; loose: readonly Choice[] };

/** For an ID that came after the report was recorded. */
export function NumberForm({ caseId, takedownId, loose }: Props) {
  return (
    <ActionForm action={numberTakedownAction} label={t("Record the report ID")}>
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="takedownId" value={takedownId} />
      <ReportIdFields loose={loose} />
      <SubmitFoot icon="hash" pendingText={t("Saving")} variant="secondary">
        {t("Record the report ID")}
      </SubmitFoot>
    </ActionForm>
  );
}
