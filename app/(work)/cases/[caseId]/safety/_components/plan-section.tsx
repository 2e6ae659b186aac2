import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { sectionLabels } from "@/lib/casework/safety/plans/labels";
import type { PlanEntry, PlanSection } from "@/lib/casework/safety/plans/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { addPlanEntryAction } from "../actions";
import { PlanCard } from "./plan-card";

type Props = {
  caseId: string;
  section: PlanSection;
  entries: readonly PlanEntry[];
  /** The version on the page: a new one empties the form. */
  version: number;
  /** An entry was just saved, and another is to follow. */
  adding: boolean;
  readOnly: boolean;
};

/** One section of the plan: its entries as cards, and the form that adds the next one. */
export function PlanSectionPanel({ caseId, section, entries, version, adding, readOnly }: Props) {
  const { title, add, what, hint, detail } = sectionLabels[section];
  return (
    <Panel
      id={section}
      title={title}
      padded={false}
      end={
        <span className="muted">{entries.length > 0 ? plural(entries.length, "entry", "entries") : t("None yet")}</span>
      }
    >
      {entries.map((entry) => (
        <PlanCard key={entry.id} caseId={caseId} entry={entry} readOnly={readOnly} />
      ))}
      {readOnly ? (
        entries.length === 0 ? (
          <p className="panel__body muted">{t("Nothing was written here.")}</p>
        ) : null
      ) : (
        <div className="panel__body">
          <Disclosure key={`${version} ${adding}`} icon="plus" label={add} open={adding}>
            <ActionForm action={addPlanEntryAction} label={add} prefix={`add-${section}`}>
              <input type="hidden" name="caseId" value={caseId} />
              <input type="hidden" name="section" value={section} />
              <TextField name="what" label={what} hint={hint} maxLength={200} required />
              <TextArea name="detail" label={detail} rows={2} maxLength={600} optional />
              <FormFoot>
                <SubmitButton variant="secondary" name="then" value="back" pendingText={t("Saving the entry")}>
                  {t("Save")}
                </SubmitButton>
                <SubmitButton variant="quiet" name="then" value="another" pendingText={t("Saving the entry")}>
                  {t("Save and add another")}
                </SubmitButton>
              </FormFoot>
            </ActionForm>
          </Disclosure>
        </div>
      )}
    </Panel>
  );
}
