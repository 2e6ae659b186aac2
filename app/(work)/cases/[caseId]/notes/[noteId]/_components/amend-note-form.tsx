import type { Route } from "next";
import type { Choice } from "@/app/_ui/choice";
import { Clash } from "@/app/_ui/clash";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { DraftView, NotePage, TypedNote } from "@/lib/casework/notes/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { describeNoteFields } from "../../_components/describe-note-fields";
import { DiscardForm } from "../../_components/discard-form";
import { NoteDraft } from "../../_components/note-draft";
import { NoteFields } from "../../_components/note-fields";
import { amendNoteAction } from "../../actions";

type Props = { page: NotePage; draft: DraftView | null; accounts: readonly Choice[]; who: string };

/** Changes a note. If somebody else changed it meanwhile, both wordings stand side by side. */
export function AmendNoteForm({ page: { note, homeZone }, draft, accounts, who }: Props) {
  const here = `/cases/${note.caseId}/notes/${note.id}` as Route;
  const start = draft
    ? { ...draft, savedAt: draft.savedAt.toISOString() }
    : { noteId: note.id, revision: 0, typed: typedOf(note), savedAt: null };
  return (
    <>
      {draft ? (
        <Notice
          title={t("You began to change this note {at} and did not save it.", {
            at: formatInstant(draft.savedAt, homeZone),
          })}
        >
          <DiscardForm caseId={note.caseId} noteId={note.id} of="change" />
        </Notice>
      ) : null}
      <Panel title={t("Change the note")} id="change">
        <ActionForm action={amendNoteAction} label={t("Change the note")} guard={false}>
          <Clash record={note.id} fields={describeNoteFields(accounts)} />
          <NoteFields typed={start.typed} accounts={accounts} zone={homeZone} isNew={false} />
          <FormFoot>
            <SubmitButton icon="save" pendingText={t("Saving the note")}>
              {t("Save the note")}
            </SubmitButton>
            <LinkButton variant="quiet" href={here}>
              {t("Back to reading")}
            </LinkButton>
            <NoteDraft caseId={note.caseId} who={who} start={start} zone={homeZone} of="change" restores />
          </FormFoot>
        </ActionForm>
      </Panel>
    </>
  );
}

function typedOf(note: NotePage["note"]): TypedNote {
  return {
    kind: note.kind,
    words: note.words,
    party: note.party ?? "",
    partyName: note.partyName ?? "",
    direction: note.direction ?? "",
    when: note.when,
    agreed: note.agreed ?? "",
    nextAct: note.nextAct ?? "",
    nextOn: note.nextOn ?? "",
    accountId: note.accountId ?? "",
  };
}
