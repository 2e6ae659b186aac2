"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { writeNoteEvent } from "@/app/_shell/note-event";
import { buttonClass } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Icon } from "@/app/_ui/icon";
import { PageLink } from "@/app/_ui/page-link";
import { hasKeptDraft } from "@/app/_watch/kept-draft";
import { t } from "@/lib/platform/language/translate";
import { NoteSheet } from "./note-sheet";

type Props = {
  caseId: string;
  /** Who writes: another person finds nothing of it in this tab. */
  who: string;
  zone: string;
  /** Something was begun and not saved. */
  begun: boolean;
};

/** On every page of a case, and by the key `n`: a sheet to write into. Without script it leads to the page. */
export function AddNote({ caseId, who, zone, begun }: Props) {
  const [open, setOpen] = useState(false);
  const words = useRef<HTMLTextAreaElement>(null);
  const path = usePathname();

  // It was open when the page was left or reloaded, or holds what the server does not have yet. That page has it itself.
  useEffect(() => {
    if (!path.endsWith("/notes/new") && hasKeptDraft(who, caseId)) setOpen(true);
  }, [caseId, who, path]);

  useEffect(() => {
    const show = (event: Event) => {
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener(writeNoteEvent, show);
    return () => document.removeEventListener(writeNoteEvent, show);
  }, []);

  function press(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    setOpen(true);
  }

  return (
    <>
      <PageLink
        className={buttonClass({ variant: "secondary" })}
        href={`/cases/${caseId}/notes/new` as Route}
        title={t("Write a note or log a contact (press n)")}
        onClick={press}
      >
        <Icon name="pencil" />
        {begun ? t("Finish note") : t("Add note")}
      </PageLink>
      <Dialog title={t("Note or contact")} open={open} onOpenChange={setOpen} focus={words}>
        {open ? <NoteSheet caseId={caseId} who={who} zone={zone} words={words} onDone={() => setOpen(false)} /> : null}
      </Dialog>
    </>
  );
}
