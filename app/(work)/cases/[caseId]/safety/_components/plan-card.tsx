import { Clash } from "@/app/_ui/clash";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { RecordPanel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { sectionLabels } from "@/lib/casework/safety/plans/labels";
import type { PlanEntry } from "@/lib/casework/safety/plans/types";
import { t } from "@/lib/platform/language/translate";
import { amendPlanEntryAction, removePlanEntryAction } from "../actions";

type Props = { caseId: string; entry: PlanEntry; readOnly: boolean };

/** One entry of the plan, with the forms that change or remove it folded away. */
export function PlanCard({ caseId, entry: { id, section, what, detail }, readOnly }: Props) {
  const labels = sectionLabels[section];
  const fields = {
    what: { name: "what", label: labels.what },
    detail: { name: "detail", label: labels.detail },
  };
  return (
    <RecordPanel label={what} title={what} className="panel__body--line">
      {detail ? <p className="event__words">{detail}</p> : null}
      {readOnly ? null : (
        <Disclosure label={t("Change or remove")}>
          <div className="stack">
            <ActionForm action={amendPlanEntryAction} label={t("Change this entry")} prefix={`entry-${id}`}>
              <input type="hidden" name="caseId" value={caseId} />
              <input type="hidden" name="entryId" value={id} />
              <Clash record={id} fields={fields} />
              <TextField
                name="what"
                label={labels.what}
                hint={labels.hint}
                defaultValue={what}
                maxLength={200}
                required
              />
              <TextArea
                name="detail"
                label={labels.detail}
                defaultValue={detail ?? ""}
                rows={2}
                maxLength={600}
                optional
              />
              <SubmitFoot variant="secondary" pendingText={t("Saving the entry")}>
                {t("Save the change")}
              </SubmitFoot>
            </ActionForm>
            <ActionForm action={removePlanEntryAction} label={t("Remove this entry")} guard={false}>
              <input type="hidden" name="caseId" value={caseId} />
              <input type="hidden" name="entryId" value={id} />
              <SubmitFoot variant="quiet" icon="trash-2" pendingText={t("Removing the entry")}>
                {t("Remove from the plan")}
              </SubmitFoot>
            </ActionForm>
          </div>
        </Disclosure>
      )}
    </RecordPanel>
  );
}
