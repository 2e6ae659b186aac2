import { Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { DateField, TextField } from "@/app/_ui/field";
import { FormFoot } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { PickList } from "@/lib/casework/incidents/types";
import { onlookerLabels } from "@/lib/escalation/takedowns/labels";
import { t } from "@/lib/platform/language/translate";
import { PickOne } from "../../../_components/pick-one";

type Props = { today: string; exhibits: PickList };

/** What is asked of a look, and the two buttons that say what was found. */
export function LookFields({ today, exhibits }: Props) {
  return (
    <>
      <div className="cols cols--2">
        <DateField name="on" label={t("Looked on")} defaultValue={today} max={today} />
        <Select name="seenBy" label={t("Who looked")} options={choicesOf(onlookerLabels)} defaultValue="us" />
        <PickOne
          name="proofExhibitId"
          label={t("Proof")}
          hint={t("An exhibit of this case, such as a picture of the empty page")}
          blank={t("None")}
          list={exhibits}
          optional
        />
        <TextField name="note" label={t("Note")} hint={t("Encrypted")} maxLength={1000} optional />
      </div>
      <FormFoot>
        <SubmitButton name="seen" value="up" variant="secondary" icon="eye" pendingText={t("Saving")}>
          {t("Still up")}
        </SubmitButton>
        <SubmitButton name="seen" value="gone" variant="secondary" icon="check" pendingText={t("Saving")}>
          {t("Gone")}
        </SubmitButton>
      </FormFoot>
    </>
  );
}
