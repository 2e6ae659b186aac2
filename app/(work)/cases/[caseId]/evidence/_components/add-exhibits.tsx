"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { FormFoot } from "@/app/_ui/form";
import { FormContext } from "@/app/_ui/form-context";
import { type FormState, idle } from "@/app/_ui/form-state";
import { useLeaveGuard } from "@/app/_ui/use-leave-guard";
import { plural } from "@/lib/platform/format";
import { useUploads } from "../use-uploads";
import { CaptureFields, type CaptureOptions } from "./capture-fields";
import { DropZone } from "./drop-zone";
import { UploadRow } from "./upload-row";

/** Files, what is known of them asked once, and one button. Needs script: the bytes are streamed, never a form post. */
export function AddExhibits({ caseId, options }: { caseId: string; options: CaptureOptions }) {
  const uploads = useUploads(caseId);
  const [state, setState] = useState<FormState>(idle);
  const [busy, setBusy] = useState(false);
  const [ready, setReady] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const touch = useLeaveGuard(true, form);
  const prefix = useId();
  const router = useRouter();
  // A press before the script runs would send the details in the address.
  useEffect(() => setReady(true), []);

  const waiting = uploads.items.filter((item) => item.state === "chosen" || item.state === "failed").length;

  async function send(only?: string) {
    if (!form.current || busy) return;
    const typed = new FormData(form.current);
    const details = { ...Object.fromEntries(typed), incidentIds: typed.getAll("incidentIds") };
    touch.mark();
    setBusy(true);
    const trouble = await uploads.send(details, only);
    setBusy(false);
    setState(trouble ? { status: "failed", ...trouble, values: {} } : idle);
    if (uploads.allKept()) {
      touch.clear();
      form.current?.reset();
    }
    router.refresh();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (waiting > 0) void send();
    else setState({ status: "failed", message: "Choose at least one file first.", fields: {}, values: {} });
  }

  return (
    <FormContext value={{ state, pending: busy, sent: null, prefix }}>
      <form
        ref={form}
        method="post"
        className="form stack"
        onSubmit={submit}
        onChange={touch.mark}
        noValidate
        aria-label="Add exhibits"
      >
        <ErrorSummary state={state} prefix={prefix} />
        <DropZone onFiles={uploads.add} disabled={busy || !ready} />
        {uploads.items.length > 0 ? (
          <ul className="uploads" aria-label="Files">
            {uploads.items.map((item) => (
              <UploadRow
                key={item.key}
                item={item}
                caseId={caseId}
                busy={busy}
                several={uploads.items.length > 1}
                onRemove={() => uploads.remove(item.key)}
                onRetry={() => void send(item.key)}
                onDescribe={(text) => uploads.describe(item.key, text)}
              />
            ))}
          </ul>
        ) : null}
        <CaptureFields options={options} />
        <FormFoot>
          <KeepButton busy={busy} ready={ready} waiting={waiting} />
        </FormFoot>
      </form>
    </FormContext>
  );
}

function KeepButton({ busy, ready, waiting }: { busy: boolean; ready: boolean; waiting: number }) {
  return (
    <>
      <Button type="submit" look="primary" icon={busy ? "hourglass" : "upload"} disabled={!ready} aria-disabled={busy}>
        {busy ? "Sending" : waiting > 0 ? `Keep ${plural(waiting, "file")}` : "Keep the files"}
      </Button>
      <span className="vh" role="status">
        {busy ? "Sending" : ""}
      </span>
    </>
  );
}
