import { type Choice, Select } from "@/app/_ui/choice";
import { Clash } from "@/app/_ui/clash";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { named } from "@/app/_ui/named";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { SubjectView } from "@/lib/casework/subjects/types";
import { AccountFields } from "../../../_components/account-fields";
import { PickOne } from "../../../_components/pick-one";
import { addSubjectAction, amendSubjectAction, linkAccountAction } from "../actions";
import { KeepConfirmed } from "./account-card";
import type { Board } from "./board";

const fields = named({
  allegedName: { label: "Alleged name" },
  allegedPlace: { label: "Alleged place" },
  zone: { label: "Time zone of that place" },
  zoneReason: { label: "What points to this zone" },
});

function SubjectFields({ zones, known }: { zones: readonly Choice[]; known?: SubjectView }) {
  return (
    <div className="cols cols--2">
      <TextField {...fields.allegedName} defaultValue={known?.allegedName ?? undefined} optional />
      <TextField
        {...fields.allegedPlace}
        hint="Town and state"
        defaultValue={known?.allegedPlace ?? undefined}
        optional
      />
      <Select
        {...fields.zone}
        hint="The chronology then shows this wall clock too"
        options={zones}
        blank="Not known"
        defaultValue={known?.zone ?? undefined}
        optional
      />
      <TextField
        {...fields.zoneReason}
        hint="For example: the profile names a town in Ohio"
        defaultValue={known?.zoneReason ?? undefined}
        optional
      />
    </div>
  );
}

export function AddSubjectForm(props: { caseId: string; zones: readonly Choice[] }) {
  return (
    <Disclosure icon="user-plus" label="Add another subject" id="add">
      <ActionForm action={addSubjectAction} label="Add another subject" className="panel panel__body">
        <input type="hidden" name="caseId" value={props.caseId} />
        <SubjectFields zones={props.zones} />
        <SubmitFoot variant="secondary" pendingText="Adding the subject">
          Add the subject
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

type AmendProps = { caseId: string; subject: SubjectView; zones: readonly Choice[] };

export function AmendSubjectForm({ caseId, subject, zones }: AmendProps) {
  return (
    <ActionForm action={amendSubjectAction} label={`Change subject ${subject.number}`}>
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="subjectId" value={subject.id} />
      <Clash record={subject.id} fields={fields} />
      <SubjectFields zones={zones} known={subject} />
      <SubmitFoot variant="secondary" pendingText="Saving the subject">
        Save subject {subject.number}
      </SubmitFoot>
    </ActionForm>
  );
}

export function LinkAccountForm({ board, subjectId }: { board: Board; subjectId: string }) {
  const { platforms, confidences } = board.choices;
  return (
    <ActionForm action={linkAccountAction} label="Link another account">
      <input type="hidden" name="caseId" value={board.caseId} />
      <input type="hidden" name="subjectId" value={subjectId} />
      <AccountFields platforms={platforms} confidences={confidences} />
      <PickOne
        name="exhibitId"
        label="Evidence of whose account it is"
        hint="An exhibit of this case. You can link more later"
        list={board.exhibits}
        blank="Nothing yet"
        optional
      />
      <KeepConfirmed />
      <SubmitFoot variant="secondary" pendingText="Linking the account">
        Link the account
      </SubmitFoot>
    </ActionForm>
  );
}
