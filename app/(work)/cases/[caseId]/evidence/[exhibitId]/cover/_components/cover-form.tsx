import { Radios } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { coverLabels } from "@/lib/evidence/redactions/labels";
import { coverKinds } from "@/lib/evidence/redactions/types";
import { coverWordsAction } from "../actions";

const kinds = coverKinds.map((value) => ({ value, ...coverLabels[value] }));
const wheres = [
  { value: "everywhere", label: "Everywhere in this exhibit" },
  { value: "one", label: "In one message or line only" },
];

/** Which words, what they are of, and where. */
export function CoverForm({ exhibitId }: { exhibitId: string }) {
  return (
    <ActionForm action={coverWordsAction} label="Cover words">
      <input type="hidden" name="exhibitId" value={exhibitId} />
      <TextField
        name="words"
        label="Words to cover"
        hint="A name, a school, a street. Capitals, accents and spaces make no difference."
        autoComplete="off"
      />
      <Radios name="kind" label="What are they?" options={kinds} defaultValue="person" />
      <TextField
        name="reason"
        label="Reason (printed in the packet)"
        hint="Printed above the words, for example: the client’s colleague. Leave the covered words out of it."
        optional
      />
      <Radios name="where" label="Where?" options={wheres} defaultValue="everywhere" />
      <TextField
        name="place"
        label="Number of the message or line"
        hint="Only for one: as it stands in the list."
        inputMode="numeric"
        optional
      />
      <SubmitFoot icon="eye-off" pendingText="Looking for them">
        Cover these words
      </SubmitFoot>
    </ActionForm>
  );
}
