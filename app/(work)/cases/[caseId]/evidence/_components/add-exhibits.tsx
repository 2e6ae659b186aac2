"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { FormFoot } from "@/app/_ui/form";
import { FormContext } from "@/app/_ui/form-context";
import { type FormState, idle } from "@/app/_ui/form-state";
import { LinkButton } from "@/app/_ui/link-button";
import { useUnsavedGuard } from "@/app/_ui/use-unsaved-guard";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/amounts";
import { nameAccountAction } from "../actions";
import { forgetBatch, lastBatch, rememberBatch } from "../batch-memory";
import { canSend, isMoving, type UploadItem } from "../upload-item";
import type { Trouble, useUploads } from "../use-uploads";
import { BatchBar } from "./batch-bar";
import { CaptureFields, type CaptureOptions } from "./capture-fields";
import { DropZone } from "./drop-zone";
import { type UploadActs, UploadRow } from "./upload-row";

type Props = {
  caseId: string;
  options: CaptureOptions;
  /** Whose typing is remembered for the next batch. */
  memberId: string;
  uploads: ReturnType<typeof useUploads>;
  /** Pasted text becomes a file only while the form is in sight. */
  isOpen: boolean;
};

/**
 * Files, questions about them asked once, and one button. Requires JavaScript: the bytes are streamed, never a form
 * post.
 */
export function AddExhibits({ caseId, options, memberId, uploads, isOpen }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const touch = useUnsavedGuard(true, form, { searchStays: true });
  const remembered = `${memberId} ${caseId}`;
  const [start, setStart] = useState(() => ({ values: lastBatch(remembered) ?? options.defaults, round: 0 }));
  const [answer, setSaid] = useState<Pick<FormState, "status" | "message" | "fields">>(idle);
  const ready = useReady();
  const prefix = useId();
  const router = useRouter();

  const waiting = uploads.items.filter(canSend).length;
  const busy = uploads.items.some(isMoving);

  async function send(only?: string) {
    if (!form.current) return;
    const typed = new FormData(form.current);
    const details = { ...Object.fromEntries(typed), incidentIds: typed.getAll("incidentIds") };
    touch.mark();
    const trouble = (await nameAccount(typed)) ?? (await uploads.send(details, only));
    if (trouble) return setSaid({ status: "failed", ...trouble });
    rememberBatch(remembered, details);
    setSaid(idle);
    if (uploads.allDone()) {
      touch.clear();
      forgetParticulars(form.current);
    }
    router.refresh();
  }

  const acts: UploadActs = {
    ...uploads,
    send: (key) => void send(key),
    keepOnceMore: (key) => {
      uploads.keepOnceMore(key);
      void send(key);
    },
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    if (waiting > 0) void send();
    else if (!busy) setSaid({ status: "failed", message: t("Choose at least one file first."), fields: {} });
  }

  function empty() {
    forgetBatch(remembered);
    setStart(({ round }) => ({ values: {}, round: round + 1 }));
    setSaid(idle);
  }

  const state = useMemo(() => ({ ...answer, values: start.values }), [answer, start]);

  return (
    <FormContext value={{ state, pending: busy, sent: null, prefix }}>
      <form
        autoComplete="off"
        ref={form}
        method="post"
        className="form stack"
        onSubmit={submit}
        onChange={touch.mark}
        noValidate
        aria-label={t("Add exhibits")}
      >
        <ErrorSummary state={state} prefix={prefix} />
        <DropZone onFiles={uploads.add} disabled={!ready} pastes={isOpen} />
        <BatchBar items={uploads.items} />
        <UploadList items={uploads.items} caseId={caseId} acts={acts} />
        <GapsLink items={uploads.items} caseId={caseId} />
        <CaptureFields key={start.round} options={options} />
        <FormFoot>
          <KeepButton busy={busy} ready={ready} waiting={waiting} />
          <Button variant="quiet" onClick={empty}>
            {t("Clear the form")}
          </Button>
        </FormFoot>
      </form>
    </FormContext>
  );
}

/** A press before the script runs would send the details in the address. */
function useReady(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return ready;
}

/** All files are there: what each of them still lacks is filled in for all at once. */
function GapsLink({ items, caseId }: { items: readonly UploadItem[]; caseId: string }) {
  const receipts = items.flatMap(({ receipt }) => receipt ?? []);
  if (receipts.length === 0 || items.some(isMoving)) return null;
  const numbers = new URLSearchParams(receipts.map(({ label }) => ["n", String(Number(label.slice(2)))]));
  return (
    <p>
      <LinkButton icon="pencil" href={`/cases/${caseId}/evidence/edit?${numbers}` as Route}>
        {t("Fill in the details of these {files}", { files: plural(receipts.length, "exhibit") })}
      </LinkButton>
    </p>
  );
}

function UploadList({ items, caseId, acts }: { items: readonly UploadItem[]; caseId: string; acts: UploadActs }) {
  if (items.length === 0) return null;
  return (
    <ul className="uploads" aria-label={t("Files")}>
      {items.map((item) => (
        <UploadRow key={item.key} item={item} caseId={caseId} several={items.length > 1} acts={acts} />
      ))}
    </ul>
  );
}

/** The permanent ID typed for an account without one is stored with the account before the files are sent. */
async function nameAccount(typed: FormData): Promise<Trouble | null> {
  if (!typed.get("platformId")) return null;
  const { status, message = "", fields } = await nameAccountAction(idle, typed);
  return status === "failed" ? { message, fields } : null;
}

/** Everything else stays for the next files: the same phone, the same account, the same evening. */
function forgetParticulars(form: HTMLFormElement | null) {
  for (const name of ["description", "words", "postId", "permalink"]) {
    const field = form?.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = "";
  }
}

function KeepButton({ busy, ready, waiting }: { busy: boolean; ready: boolean; waiting: number }) {
  return (
    <>
      <Button type="submit" variant="primary" icon={busy ? "hourglass" : "upload"} disabled={!ready}>
        {busy && waiting === 0
          ? t("Sending")
          : waiting > 0
            ? t("Upload {waiting}", { waiting: plural(waiting, "file") })
            : t("Upload the files")}
      </Button>
      <span className="vh" role="status">
        {busy ? t("Sending") : ""}
      </span>
    </>
  );
}
