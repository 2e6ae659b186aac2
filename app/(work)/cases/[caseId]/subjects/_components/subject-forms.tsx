import { type Choice, Select } from "@/app/_ui/choice";
import { Clash } from "@/app/_ui/clash";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { named } from "@/app/_ui/named";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { SubjectView } from "@/lib/casework/subjects/types";
import { t } from "@/lib/platform/language/translate";
import { AccountFields } from "../../../_components/account-fields";
import { PickOne } from "../../../_components/pick-one";
import { addSubjectAction, amendSubjectAction, linkAccountAction } from "../actions";
import { KeepConfirmed } from "./account-card";
import type { Board } from "./board";

const fields = named({
  allegedName: { label: t("Alleged name") },
  allegedPlace: { label: t("Alleged place") },
  zone: { label: t("Time zone of that place") },
  zoneReason: { label: t("What points to this zone") },
});

function SubjectFields({ zones, known }: { zones: readonly Choice[]; known?: SubjectView }) {
  return (
    <div className="cols cols--2">
      <TextField {...fields.allegedName} defaultValue={known?.allegedName ?? undefined} optional />
      <TextField
        {...fields.allegedPlace}
        hint={t("Town and state")}
        defaultValue={known?.allegedPlace ?? undefined}
        optional
      />
      <Select
        {...fields.zone}
        hint={t("The chronology then shows this wall clock too")}
        options={zones}
        blank={t("Not known")}
        defaultValue={known?.zone ?? undefined}
        optional
      />
      <TextField
        {...fields.zoneReason}
        hint={t("For example: the profile names a town in Ohio")}
        defaultValue={known?.zoneReason ?? undefined}
        optional
      />
    </div>
  );
}

export function AddSubjectForm(props: { caseId: string; zones: readonly Choice[] }) {
  return (
    <Disclosure icon="user-plus" label={t("Add another subject")} id="add">
      <ActionForm action={addSubjectAction} label={t("Add another subject")} className="panel panel__body">
        <input type="hidden" name="caseId" value={props.caseId} />
        <SubjectFields zones={props.zones} />
        <SubmitFoot variant="secondary" pendingText={t("Adding the subject")}>
          {t("Add the subject")}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

type AmendProps = { caseId: string; subject: SubjectView; zones: readonly Choice[] };

export function AmendSubjectForm({ caseId, subject, zones }: AmendProps) {
  return (
    <ActionForm action={amendSubjectAction} label={t("Change subject {number}", { number: subject.number })}>
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="subjectId" value={subject.id} />
      <Clash record={subject.id} fields={fields} />
      <SubjectFields zones={zones} known={subject} />
      <SubmitFoot variant="secondary" pendingText={t("Saving the subject")}>
        {t("Save subject {number}", { number: subject.number })}
      </SubmitFoot>
    </ActionForm>
  );
}

export function LinkAccountForm({ board, subjectId }: { board: Board; subjectId: string }) {
  const { platforms, confidences } = board.choices;
  return (
    <ActionForm action={linkAccountAction} label={t("Link another account")}>
      <input type="hidden" name="caseId" value={board.caseId} />
      <input type="hidden" name="subjectId" value={subjectId} />
      <AccountFields platforms={platforms} confidences={confidences} />
      <PickOne
        name="exhibitId"
        label={t("Evidence of whose account it is")}
        hint={t("An exhibit of this case. You can link more later")}
        list={board.exhibits}
        blank={t("Nothing yet")}
        optional
      />
      <KeepConfirmed />
      <SubmitFoot variant="secondary" pendingText={t("Linking the account")}>
        {t("Link the account")}
      </SubmitFoot>
    </ActionForm>
  );
}
