import { Select } from "@/app/_ui/choice";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { PickList } from "@/lib/casework/incidents/types";
import type { IdentifierView } from "@/lib/casework/subjects/identifiers/types";
import { PickOne } from "../../../_components/pick-one";
import { KeepConfirmed } from "./account-card";
import type { Board, BoardChoices } from "./board";

type Props = { choices: BoardChoices; exhibits: PickList; known?: IdentifierView };

export function IdentifierFields({ choices, exhibits, known }: Props) {
  const chosen = known?.exhibitId && known.exhibit ? { id: known.exhibitId, code: known.exhibit } : null;
  return (
    <>
      <div className="cols cols--2">
        <Select
          name="kind"
          label="What it is"
          options={choices.identifierKinds}
          blank={known ? undefined : "Choose what it is"}
          defaultValue={known?.kind}
          required
        />
        <TextField
          name="value"
          label="As it was seen"
          hint="A phone number with its country code; a wallet letter for letter. Kept sealed"
          defaultValue={known?.value}
          required
        />
        <Select
          name="confidence"
          label="How sure is it that this is the subject?"
          options={choices.confidences}
          defaultValue={known?.confidence ?? "possible"}
        />
        <TextField
          name="linkReason"
          label="What points to the subject"
          hint="Needed when it is confirmed. Kept sealed"
          defaultValue={known?.linkReason ?? undefined}
          optional
        />
        <PickOne
          name="exhibitId"
          label="What shows it"
          hint="An exhibit of this case"
          list={exhibits}
          blank="Nothing yet"
          chosen={chosen}
          optional
        />
        <div className="row">
          <DateField name="firstSeenOn" label="First seen" defaultValue={known?.firstSeenOn ?? undefined} optional />
          <DateField name="lastSeenOn" label="Last seen" defaultValue={known?.lastSeenOn ?? undefined} optional />
        </div>
      </div>
      <KeepConfirmed />
    </>
  );
}

export function AddIdentifierForm({ board, subjectId }: { board: Board; subjectId: string }) {
  return (
    <ActionForm action={board.actions.addIdentifierAction} label="Add an identifier">
      <input type="hidden" name="caseId" value={board.caseId} />
      <input type="hidden" name="subjectId" value={subjectId} />
      <IdentifierFields choices={board.choices} exhibits={board.exhibits} />
      <FormFoot>
        <SubmitButton look="secondary" pendingText="Adding it">
          Add it to the board
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  );
}
