import { type Choice, Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { PickList } from "@/lib/casework/incidents/types";
import { PickOne } from "../../../_components/pick-one";
import { logRefusalAction } from "../actions";

type Props = {
  caseId: string;
  steps: readonly { key: string; title: string }[];
  /** The step from whose page the person came. */
  step: string | undefined;
  exhibits: PickList;
  zones: readonly Choice[];
  /** Now on the wall of the case's home, as the input holds it. */
  now: string;
  open: boolean;
};

export function LogRefusalForm({ caseId, steps, step, exhibits, zones, now, open }: Props) {
  return (
    <Disclosure icon="plus" label="Log a refusal" id="log" open={open}>
      <ActionForm action={logRefusalAction} label="Log a refusal" className="panel panel__body">
        <input type="hidden" name="caseId" value={caseId} />
        <div className="cols cols--2">
          <Select
            name="stepKey"
            label="At which step"
            options={steps.map((option) => ({ value: option.key, label: option.title }))}
            defaultValue={step ?? steps[0]?.key}
          />
          <TextField name="office" label="Station or office" hint="Where it happened, by its name" required />
          <TextField
            name="when"
            label="Day and time"
            hint="On the clock of the time zone that is asked next"
            type="datetime-local"
            max={now}
            short
            required
          />
          <Select name="zone" label="Time zone" options={zones} defaultValue={zones[0]?.value} />
          <TextField name="officer" label="Officer’s rank and name" hint="Encrypted" optional />
          <TextField name="forceNumber" label="Force number" hint="On the name tag. Encrypted" optional short />
        </div>
        <TextArea
          name="words"
          label="Words used"
          hint="Letter for letter, as near as the client remembers. Encrypted"
          rows={3}
          optional
        />
        <div className="cols cols--2">
          <TextField name="witnesses" label="Who else heard it" hint="Encrypted" optional />
          <PickOne
            name="proofExhibitId"
            label="What shows it"
            hint="An exhibit of this case, such as a message or a note"
            blank="Nothing yet"
            list={exhibits}
            optional
          />
        </div>
        <SubmitFoot pendingText="Logging the refusal">Log the refusal</SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}
