import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import type { NoteView } from "@/lib/casework/notes/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { finishNextActAction, pinNoteAction, withdrawNoteAction } from "../../actions";

/** What was to be done next, by when, and whether it is done. */
export function NextActPanel({ note, open }: { note: NoteView; open: boolean }) {
  return (
    <Panel title={t("Next act")} id="next">
      <p>{note.nextAct ?? t("It was not written down what.")}</p>
      <p className="muted">
        {note.nextDoneOn
          ? t("Done on {on}", { on: formatDate(note.nextDoneOn) })
          : note.nextOn
            ? t("Due on {on}", { on: formatDate(note.nextOn) })
            : t("No day was set")}
      </p>
      {open && !note.nextDoneOn ? (
        <ActionForm action={finishNextActAction} label={t("Mark the next act as done")} guard={false}>
          <input type="hidden" name="noteId" value={note.id} />
          <p>
            <SubmitButton variant="secondary" icon="check" pendingText={t("Marking it as done")}>
              {t("Mark as done")}
            </SubmitButton>
          </p>
        </ActionForm>
      ) : null}
    </Panel>
  );
}

export function PinForm({ note }: { note: NoteView }) {
  return (
    <ActionForm action={pinNoteAction} label={t("Pin")} guard={false}>
      <input type="hidden" name="noteId" value={note.id} />
      {note.pinnedAt ? null : <input type="hidden" name="pinned" value="on" />}
      <p>
        <SubmitButton variant="secondary" icon="bookmark" pendingText={t("Saving")}>
          {note.pinnedAt ? t("Take it off the overview") : t("Pin to the overview")}
        </SubmitButton>
      </p>
    </ActionForm>
  );
}

export function WithdrawForm({ note }: { note: NoteView }) {
  return (
    <Disclosure label={t("Withdraw this note")}>
      <ActionForm action={withdrawNoteAction} label={t("Withdraw this note")}>
        <input type="hidden" name="noteId" value={note.id} />
        <TextArea
          name="reason"
          label={t("Why")}
          hint={t("For example: written on the wrong case. The note stays readable, with this reason.")}
          rows={2}
        />
        <SubmitFoot variant="danger" icon="undo-2" pendingText={t("Withdrawing the note")}>
          {t("Withdraw the note")}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}
