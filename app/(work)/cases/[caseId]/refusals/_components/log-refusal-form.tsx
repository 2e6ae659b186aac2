import { type Choice, Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { BodyField } from "@/app/(work)/_components/body-field";
import type { PickList } from "@/lib/casework/incidents/types";
import type { OfferedBody } from "@/lib/organisation/bodies/types";
import { t } from "@/lib/platform/language/translate";
import { PickOne } from "../../../_components/pick-one";
import { logRefusalAction } from "../actions";

type Props = {
  caseId: string;
  steps: readonly { key: string; title: string }[];
  /** The step from whose page the person came. */
  step: string | undefined;
  exhibits: PickList;
  /** Bodies of the directory that the field proposes. */
  offices: readonly OfferedBody[];
  zones: readonly Choice[];
  /** Now on the wall of the case's home, as the input holds it. */
  now: string;
  open: boolean;
};

export function LogRefusalForm({ caseId, steps, step, exhibits, offices, zones, now, open }: Props) {
  return (
    <Disclosure icon="plus" label={t("Log a refusal")} id="log" open={open}>
      <ActionForm action={logRefusalAction} label={t("Log a refusal")} className="panel panel__body">
        <input type="hidden" name="caseId" value={caseId} />
        <div className="cols cols--2">
          <Select
            name="stepKey"
            label={t("At which step")}
            options={steps.map((option) => ({ value: option.key, label: option.title }))}
            defaultValue={step ?? steps[0]?.key}
          />
          <BodyField
            name="office"
            label={t("Station or office")}
            hint={t("Where it happened. The directory proposes names; any other text is kept too")}
            offered={offices}
            required
          />
          <TextField
            name="when"
            label={t("Day and time")}
            hint={t("On the clock of the time zone that is asked next")}
            type="datetime-local"
            max={now}
            short
            required
          />
          <Select name="zone" label={t("Time zone")} options={zones} defaultValue={zones[0]?.value} />
          <TextField name="officer" label={t("Officer’s rank and name")} hint={t("Encrypted")} optional />
          <TextField
            name="forceNumber"
            label={t("Force number")}
            hint={t("On the name tag. Encrypted")}
            optional
            short
          />
        </div>
        <TextArea
          name="words"
          label={t("Words used")}
          hint={t("Letter for letter, as near as the client remembers. Encrypted")}
          rows={3}
          optional
        />
        <div className="cols cols--2">
          <TextField name="witnesses" label={t("Who else heard it")} hint={t("Encrypted")} optional />
          <PickOne
            name="proofExhibitId"
            label={t("What shows it")}
            hint={t("An exhibit of this case, such as a message or a note")}
            blank={t("Nothing yet")}
            list={exhibits}
            optional
          />
        </div>
        <SubmitFoot pendingText={t("Logging the refusal")}>{t("Log the refusal")}</SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}
