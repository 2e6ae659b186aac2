"use client";

import { useContext, useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { FormContext } from "@/app/_ui/form-context";
import { Icon } from "@/app/_ui/icon";
import { dropKeptDraft, keepDraft, markDraftOpen, noteDraftSent, openKeptDraft } from "@/app/_watch/kept-draft";
import { askTypingKey, type TypingKey } from "@/app/_watch/sealed-typing";
import { t } from "@/lib/platform/language/translate";
import { formatClock } from "@/lib/platform/text/format";
import { discardDraft, fillIn, type NoteStart, sendDraft, typedIn } from "../draft-memory";

type Standing =
  | { is: "fresh" }
  | { is: "saving" }
  | { is: "saved"; at: string }
  /** The server does not have it. `kept`: it is in this tab, sealed, and survives a reload. */
  | { is: "unsent"; kept: boolean; signedOut: boolean }
  | { is: "refused"; message: string };

const pause = { keep: 300, send: 1_500, retry: 3_000 } as const;

type Props = {
  caseId: string;
  who: string;
  start: NoteStart;
  zone: string;
  of: "new" | "change";
  /** On a page of its own: what was not sent before a reload comes back into the form. */
  restores?: boolean;
  /** Offers to throw the draft away, and is called when it is gone. */
  onDiscarded?: () => void;
};

/**
 * Saves what is typed into the form around it, a moment after each pause, and says when. While the server does not
 * answer, the text is sealed into this tab under a key that only the server can give back, and sent again until it
 * arrives. Without script there is only the id of the note.
 */
export function NoteDraft({ caseId, who, start, zone, of, restores = false, onDiscarded }: Props) {
  const mark = useRef<HTMLInputElement>(null);
  const { pending, state } = useContext(FormContext);
  const [noteId, setNoteId] = useState(start.noteId);
  const [standing, setStanding] = useState<Standing>(
    start.savedAt ? { is: "saved", at: start.savedAt } : { is: "fresh" },
  );
  // While the note itself is being saved, and after it, there is no draft any more.
  const over = useRef(false);
  const discarded = useRef(false);
  over.current = pending || state.status === "saved" || discarded.current;

  useEffect(() => {
    const form = mark.current?.form;
    if (!form) return;
    return startKeeping({ caseId, who, start, of, restores, form, over, setNoteId, setStanding });
  }, [caseId, who, start, of, restores]);

  const bare = standing.is === "unsent" && !standing.kept;
  useEffect(() => {
    if (!bare) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, [bare]);

  async function discard(): Promise<void> {
    discarded.current = true;
    over.current = true;
    await discardDraft(caseId, noteId);
    onDiscarded?.();
  }

  const loud = standing.is === "unsent" || standing.is === "refused";
  return (
    <>
      <input type="hidden" name={of === "new" ? "id" : "noteId"} value={noteId} ref={mark} />
      <p className="small scripted draftline">
        <Words standing={standing} zone={zone} />
      </p>
      {onDiscarded && standing.is !== "fresh" ? (
        <Button variant="quiet" small icon="trash-2" onClick={() => void discard()}>
          {t("Discard")}
        </Button>
      ) : null}
      {/* A reader hears what went wrong, and not each time that it was saved. */}
      <p role="status" className="vh">
        {loud ? <Words standing={standing} zone={zone} /> : null}
      </p>
    </>
  );
}

type Keeping = Pick<Props, "caseId" | "who" | "start" | "of" | "restores"> & {
  form: HTMLFormElement;
  over: { readonly current: boolean };
  setNoteId: (id: string) => void;
  setStanding: (standing: Standing) => void;
};

/** Keeps the draft until the function that it gives is called. */
function startKeeping(keeping: Keeping): () => void {
  const { caseId, who, start, of, restores, form, over, setNoteId, setStanding } = keeping;
  const known = { noteId: start.noteId, revision: start.revision, dirty: start.unsent === true, busy: false };
  const stop = new AbortController();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let key: Promise<TypingKey | null> = askTypingKey();
  let apart = false;
  const place = () => ({ who, caseId, of, noteId: known.noteId });
  const draft = () => ({ noteId: known.noteId, revision: known.revision, typed: typedIn(form) });

  function later(act: () => Promise<unknown>, after: number): void {
    timers.add(setTimeout(() => void act(), after));
  }
  function clear(): void {
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
  }
  /** @returns whether this tab holds the text, sealed */
  async function keep(): Promise<boolean> {
    const sealing = await key;
    if (!sealing) key = askTypingKey();
    if (sealing && known.dirty && !over.current) await keepDraft(place(), draft(), sealing);
    return sealing !== null;
  }
  async function send(): Promise<void> {
    if (!known.dirty || known.busy || over.current || stop.signal.aborted) return;
    known.busy = true;
    known.dirty = false;
    setStanding({ is: "saving" });
    const sent = await sendDraft(caseId, draft());
    known.busy = false;
    if (over.current || stop.signal.aborted) return;
    if (sent.result === "saved") {
      known.revision = sent.revision;
      setStanding({ is: "saved", at: sent.savedAt });
      if (known.dirty) later(send, pause.send);
      else noteDraftSent(place());
      return;
    }
    known.dirty = true;
    if (sent.result === "refused" && of === "new" && !apart) return goApart();
    const kept = await keep();
    if (sent.result === "refused") return setStanding({ is: "refused", message: sent.message });
    setStanding({ is: "unsent", kept, signedOut: sent.result === "signed_out" });
    later(send, pause.retry);
  }
  /** Another window has this draft: here it goes on as one of its own, and both stay. */
  function goApart(): Promise<void> {
    apart = true;
    dropKeptDraft(place());
    known.noteId = crypto.randomUUID();
    known.revision = 0;
    setNoteId(known.noteId);
    return send();
  }
  function typed(): void {
    known.dirty = true;
    clear();
    later(keep, pause.keep);
    later(send, pause.send);
  }
  /** The sheet was closed in the middle of a word: what is left is sent once more, or stays sealed. */
  async function finish(): Promise<void> {
    const last = draft();
    const sealing = await key;
    if (sealing) await keepDraft(place(), last, sealing);
    if ((await sendDraft(caseId, last)).result === "saved") dropKeptDraft(place());
  }

  async function restore(): Promise<void> {
    const sought = of === "new" ? { who, caseId, of } : { who, caseId, of, noteId: start.noteId };
    const unsent = await openKeptDraft(sought);
    if (stop.signal.aborted || known.dirty || unsent === null) return;
    if (unsent === "away") return later(restore, pause.retry);
    if (unsent.noteId !== known.noteId) dropKeptDraft(place());
    known.noteId = unsent.noteId;
    known.revision = unsent.noteId === start.noteId ? start.revision : unsent.revision;
    setNoteId(unsent.noteId);
    fillIn(form, unsent.typed);
    known.dirty = true;
    await send();
  }

  markDraftOpen(place());
  if (restores) void restore();
  form.addEventListener("input", typed, { signal: stop.signal });
  window.addEventListener("online", () => void send(), { signal: stop.signal });
  if (known.dirty) later(send, 0);
  return () => {
    clear();
    stop.abort();
    if (known.dirty && !over.current) void finish();
    else dropKeptDraft(place());
  };
}

function Words({ standing, zone }: { standing: Standing; zone: string }) {
  switch (standing.is) {
    case "fresh":
      return <span className="muted">{t("It is kept as a draft while you type.")}</span>;
    case "saving":
      return <span className="muted">{t("Saving the draft")}</span>;
    case "saved":
      return (
        <>
          <Icon name="check" />{" "}
          {t("Saved {clock} by you, as a draft", { clock: formatClock(new Date(standing.at), zone) })}
        </>
      );
    case "refused":
      return (
        <span className="strong">
          <Icon name="circle-alert" /> {standing.message}
        </span>
      );
    case "unsent":
      return (
        <span className="strong">
          <Icon name="circle-alert" /> {unsentWords(standing)}
        </span>
      );
  }
}

function unsentWords({ kept, signedOut }: { kept: boolean; signedOut: boolean }): string {
  if (signedOut) return t("Not saved: you are signed out. Sign in again in another tab, and it goes on by itself.");
  if (kept) {
    return t("No connection. Your text is kept in this tab, encrypted, and is sent when the connection is back.");
  }
  return t(
    "No connection, and the text is not saved yet. Keep this page open: it is sent when the connection is back.",
  );
}
