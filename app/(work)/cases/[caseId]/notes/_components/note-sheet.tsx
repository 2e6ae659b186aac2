"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Choice } from "@/app/_ui/choice";
import { DialogBody } from "@/app/_ui/dialog";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { openKeptDraft } from "@/app/_watch/kept-draft";
import { t } from "@/lib/platform/language/translate";
import { addNoteAction } from "../actions";
import { emptyNote, findDraft, type NoteStart } from "../draft-memory";
import { NoteDraft } from "./note-draft";
import { NoteFields } from "./note-fields";

type Props = {
  caseId: string;
  who: string;
  zone: string;
  words: RefObject<HTMLTextAreaElement | null>;
  /** What was typed before the sheet was here. */
  begun: string;
  onDone: () => void;
};

/** Ready to type into at once; what was begun before comes into it as soon as it is there, unless typing began. */
export function NoteSheet({ caseId, who, zone, words, begun, onDone }: Props) {
  const [start, setStart] = useState<NoteStart>(() => startWith(begun));
  const [accounts, setAccounts] = useState<readonly Choice[]>([]);
  const typing = useRef(begun !== "");

  // It may take the place of a box that had the focus.
  useLayoutEffect(() => {
    const box = words.current;
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  }, [words]);

  useEffect(() => {
    let left = false;
    async function load(): Promise<void> {
      const unsent = await openKeptDraft({ who, caseId, of: "new" });
      const found = await findDraft(caseId);
      if (left) return;
      if (found) setAccounts(found.accounts);
      if (unsent === "away" || found === null) {
        setTimeout(() => void load(), 3_000);
        return;
      }
      const before = startOf(unsent, found.draft);
      if (before && !typing.current) setStart(before);
    }
    void load();
    return () => {
      left = true;
    };
  }, [caseId, who]);

  return (
    <ActionForm
      action={addNoteAction}
      label={t("Note or contact")}
      guard={false}
      onSaved={onDone}
      // What comes late takes the place of the empty fields, which have no text of anybody.
      key={start.noteId}
    >
      <DialogBody>
        <input type="hidden" name="caseId" value={caseId} />
        <div onInput={() => (typing.current = true)}>
          <NoteFields typed={start.typed} accounts={accounts} zone={zone} isNew words={words} />
        </div>
      </DialogBody>
      <FormFoot>
        <SubmitButton icon="save" pendingText={t("Saving the note")}>
          {t("Save the note")}
        </SubmitButton>
        <NoteDraft caseId={caseId} who={who} start={start} zone={zone} of="new" onDiscarded={onDone} />
      </FormFoot>
    </ActionForm>
  );
}

function startWith(words: string): NoteStart {
  return words === "" ? emptyNote() : { ...emptyNote(), typed: { words }, unsent: true };
}

/** What did not reach the server is newer than what it keeps of the same draft. */
function startOf(unsent: Awaited<ReturnType<typeof openKeptDraft>>, saved: NoteStart | null): NoteStart | null {
  if (unsent === null || unsent === "away") return saved;
  const same = saved?.noteId === unsent.noteId ? saved : null;
  return { ...unsent, revision: same?.revision ?? unsent.revision, savedAt: null, unsent: true };
}
