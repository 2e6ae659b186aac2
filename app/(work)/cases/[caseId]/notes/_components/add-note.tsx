"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { writeNoteEvent } from "@/app/_shell/note-event";
import { buttonClass } from "@/app/_ui/button";
import { Coming } from "@/app/_ui/coming";
import { Dialog, DialogBody } from "@/app/_ui/dialog";
import { Icon } from "@/app/_ui/icon";
import { PageLink } from "@/app/_ui/page-link";
import { useLater } from "@/app/_ui/use-later";
import { hasKeptDraft } from "@/app/_watch/kept-draft";
import { t } from "@/lib/platform/language/translate";

const loadSheet = () => import("./note-sheet").then(({ NoteSheet }) => NoteSheet);
/** The page itself comes first. */
const patience = 1_500;

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
  const [begunHere, setBegunHere] = useState("");
  const { part: NoteSheet, failed, ask } = useLater(loadSheet, open);
  const path = usePathname();

  // Fetched ahead, since it can be written into while the line is lost.
  useEffect(() => {
    const timer = setTimeout(() => void loadSheet().catch(() => undefined), patience);
    return () => clearTimeout(timer);
  }, []);

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

  function change(to: boolean) {
    setOpen(to);
    // The sheet keeps as a draft what it was given.
    if (!to && NoteSheet) setBegunHere("");
  }

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
      <Dialog title={t("Note or contact")} open={open} onOpenChange={change} focus={words}>
        {NoteSheet ? (
          <NoteSheet
            caseId={caseId}
            who={who}
            zone={zone}
            words={words}
            begun={begunHere}
            onDone={() => change(false)}
          />
        ) : (
          <DialogBody>
            <label className="field">
              {t("What happened, or what was said")}
              <textarea
                className="input"
                rows={6}
                ref={words}
                value={begunHere}
                onChange={(event) => setBegunHere(event.target.value)}
              />
            </label>
            <Coming failed={failed} ask={ask}>
              <a href={`/cases/${caseId}/notes/new`}>{t("Open it as a page")}</a>
            </Coming>
          </DialogBody>
        )}
      </Dialog>
    </>
  );
}
