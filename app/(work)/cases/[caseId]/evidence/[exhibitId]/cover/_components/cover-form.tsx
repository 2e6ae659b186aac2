import { Radios } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { coverLabels } from "@/lib/evidence/redactions/labels";
import { coverKinds } from "@/lib/evidence/redactions/types";
import { t } from "@/lib/platform/language/translate";
import { coverWordsAction } from "../actions";

const kinds = coverKinds.map((value) => ({ value, ...coverLabels[value] }));
const wheres = [
  { value: "everywhere", label: t("Everywhere in this exhibit") },
  { value: "one", label: t("In one message or line only") },
];

/** Which words, what they are of, and where. */
export function CoverForm({ exhibitId }: { exhibitId: string }) {
  return (
    <ActionForm action={coverWordsAction} label={t("Cover words")}>
      <input type="hidden" name="exhibitId" value={exhibitId} />
      <TextField
        name="words"
        label={t("Words to cover")}
        hint={t("A name, a school, a street. Capitals, accents and spaces make no difference.")}
        autoComplete="off"
      />
      <Radios name="kind" label={t("What are they?")} options={kinds} defaultValue="person" />
      <TextField
        name="reason"
        label={t("Reason (printed in the packet)")}
        hint={t("Printed above the words, for example: the client’s colleague. Leave the covered words out of it.")}
        optional
      />
      <Radios name="where" label={t("Where?")} options={wheres} defaultValue="everywhere" />
      <TextField
        name="place"
        label={t("Number of the message or line")}
        hint={t("For a single one: as shown in the list.")}
        inputMode="numeric"
        optional
      />
      <SubmitFoot icon="eye-off" pendingText={t("Looking for them")}>
        {t("Cover these words")}
      </SubmitFoot>
    </ActionForm>
  );
}
