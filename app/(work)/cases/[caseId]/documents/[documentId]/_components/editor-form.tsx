"use client";

import { type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useRef, useState } from "react";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { FormContext, fieldId } from "@/app/_ui/form-context";
import { idle } from "@/app/_ui/form-state";
import { useUnsavedGuard } from "@/app/_ui/use-unsaved-guard";
import { t } from "@/lib/platform/language/translate";
import { saveDocumentAction } from "../../actions";
import type { EditorState } from "../../editor-state";
import { ClashView } from "./clash-view";
import { EditorBar } from "./editor-bar";

/** Every piece of the editor has this before the name of its field. */
const editorPrefix = "b";
const pauseBeforeSaving = 12_000;

type Props = { documentId: string; version: number; zone: string; done: string; children: ReactNode };

/**
 * The text of a document, one box per block. With JavaScript it saves automatically after a pause, and typed text
 * survives anything: an ended session, a lost connection, somebody else's save. Without, the Save button does it all.
 */
export function EditorForm({ documentId, version, zone, done, children }: Props) {
  const [answered, send] = useActionState<EditorState, FormData>(saveDocumentAction, idle);
  const [own, setOwn] = useState<EditorState | null>(null);
  // The version that these boxes were filled from: a newer one arriving automatically must not be mistaken for it.
  const [base] = useState(version);
  const [pending, setPending] = useState(false);
  const state = own ?? answered;
  const form = useRef<HTMLFormElement>(null);
  const touch = useUnsavedGuard(true, form);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typedAt = useRef(0);
  const saving = useRef<{ busy: boolean; queued: string | null }>({ busy: false, queued: null });

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => focusPiece(state.focus), [state.focus, children]);

  async function save(intent: string) {
    clearTimeout(timer.current);
    if (!form.current) return;
    if (saving.current.busy) {
      if (intent !== "autosave") saving.current.queued = intent;
      return;
    }
    saving.current.busy = true;
    setPending(true);
    const data = new FormData(form.current);
    data.set("intent", intent);
    const sentAt = typedAt.current;
    const next = await attempt(state, data);
    if (next.status === "saved" && (typedAt.current === sentAt || state.clash)) touch.clear();
    // The boxes behind two wordings still hold the old words: fill them afresh.
    if (next.status === "saved" && state.clash) return window.location.reload();
    startTransition(() => {
      setOwn(next);
      setPending(false);
    });
    const again = saving.current.queued;
    saving.current = { busy: false, queued: null };
    if (again && next.status === "saved") setTimeout(() => save(again), 0);
  }

  function typed() {
    typedAt.current += 1;
    touch.mark();
    clearTimeout(timer.current);
    // While two versions are shown side by side, only a person decides.
    if (!state.clash) timer.current = setTimeout(() => save("autosave"), pauseBeforeSaving);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    save(intentOf(event));
  }

  return (
    <FormContext value={{ state, pending, sent: null, prefix: editorPrefix }}>
      <form
        autoComplete="off"
        ref={form}
        action={send}
        onSubmit={submit}
        onChange={typed}
        className="stack stack--l"
        aria-label={t("Text of the document")}
        aria-busy={pending || undefined}
        noValidate
      >
        <input type="hidden" name="documentId" value={documentId} />
        <input type="hidden" name="expectedVersion" value={state.version ?? base} />
        {state.clash ? null : <ErrorSummary state={state} prefix={editorPrefix} />}
        <div className="stack stack--l" hidden={Boolean(state.clash)}>
          {children}
        </div>
        {/* After the boxes: of two fields with one name, the last is the one that counts. */}
        {state.clash ? <ClashView key={state.clash.version} clash={state.clash} zone={zone} /> : null}
        <EditorBar pending={pending} state={state} zone={zone} done={done} />
      </form>
    </FormContext>
  );
}

function focusPiece(piece: EditorState["focus"]): void {
  if (piece) document.getElementById(fieldId(editorPrefix, `text.${piece}`))?.focus();
}

function intentOf(event: FormEvent<HTMLFormElement>): string {
  const { submitter } = event.nativeEvent as SubmitEvent;
  return (submitter instanceof HTMLButtonElement && submitter.value) || "save";
}

/** An attempt to save that never loses the page: errors are shown, and the text stays in place. */
async function attempt(before: EditorState, data: FormData): Promise<EditorState> {
  try {
    return await saveDocumentAction(before, data);
  } catch {
    const message = t(
      "Not saved: the server could not be reached. Your words are still on this page. Try again in a moment.",
    );
    return { status: "failed", message, fields: {}, values: {} };
  }
}
