import { Select } from "@/app/_ui/choice";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { named } from "@/app/_ui/named";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { IdentifierView } from "@/lib/casework/subjects/identifiers/types";
import { t } from "@/lib/platform/language/translate";
import { PickOne } from "../../../_components/pick-one";
import { addIdentifierAction } from "../actions";
import { KeepConfirmed } from "./account-card";
import type { Board } from "./board";

export const identifierFields = ({ choices, exhibits }: Board) =>
  named({
    kind: { label: t("What it is"), options: choices.identifierKinds },
    value: { label: t("As it was seen") },
    confidence: { label: t("How sure it is"), options: choices.confidences },
    linkReason: { label: t("What points to the subject") },
    exhibitId: { label: t("What shows it"), options: exhibits.options.map(({ id, label }) => ({ value: id, label })) },
    firstSeenOn: { label: t("First seen") },
    lastSeenOn: { label: t("Last seen") },
  });

export function IdentifierFields({ board, known }: { board: Board; known?: IdentifierView }) {
  const fields = identifierFields(board);
  const chosen = known?.exhibitId && known.exhibit ? { id: known.exhibitId, code: known.exhibit } : null;
  return (
    <>
      <div className="cols cols--2">
        <Select
          {...fields.kind}
          blank={known ? undefined : t("Choose what it is")}
          defaultValue={known?.kind}
          required
        />
        <TextField
          {...fields.value}
          hint={t("A phone number with its country code; a wallet letter for letter. Encrypted")}
          defaultValue={known?.value}
          required
        />
        <Select
          {...fields.confidence}
          label={t("How sure is it that this is the subject?")}
          defaultValue={known?.confidence ?? "possible"}
        />
        <TextField
          {...fields.linkReason}
          hint={t("Needed when it is confirmed. Encrypted")}
          defaultValue={known?.linkReason ?? undefined}
          optional
        />
        <PickOne
          {...fields.exhibitId}
          hint={t("An exhibit of this case")}
          list={board.exhibits}
          blank={t("Nothing yet")}
          chosen={chosen}
          optional
        />
        <div className="row">
          <DateField {...fields.firstSeenOn} defaultValue={known?.firstSeenOn ?? undefined} optional />
          <DateField {...fields.lastSeenOn} defaultValue={known?.lastSeenOn ?? undefined} optional />
        </div>
      </div>
      <KeepConfirmed />
    </>
  );
}

export function AddIdentifierForm({ board, subjectId }: { board: Board; subjectId: string }) {
  return (
    <ActionForm action={addIdentifierAction} label={t("Add an identifier")}>
      <input type="hidden" name="caseId" value={board.caseId} />
      <input type="hidden" name="subjectId" value={subjectId} />
      <IdentifierFields board={board} />
      <SubmitFoot variant="secondary" pendingText={t("Adding it")}>
        {t("Add it to the board")}
      </SubmitFoot>
    </ActionForm>
  );
}
