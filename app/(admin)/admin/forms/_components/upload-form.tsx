"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FileField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { uploadFormAction } from "../actions";

/** With JavaScript the file is sent as is, up to 10 MB; without, in the form, up to 1 MB. */
export function UploadForm({ follows }: { follows: string | null }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function send(event: FormEvent<HTMLDivElement>) {
    const file = new FormData(event.target as HTMLFormElement).get("file");
    if (!(file instanceof File) || file.size === 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    const headers = { "content-type": "application/pdf", ...(follows ? { "x-follows": follows } : {}) };
    const answer = await fetch("/api/forms", { method: "PUT", headers, body: file }).catch(() => null);
    const body = (await answer?.json().catch(() => null)) as { id?: string; error?: string } | null;
    setBusy(false);
    if (answer?.ok && body?.id) router.push(`/admin/forms/${body.id}`);
    else setProblem(body?.error ?? t("No response. Check your connection and try again."));
  }

  return (
    <div onSubmitCapture={send} className="stack">
      {problem ? <Notice kind="overdue" title={problem} live /> : null}
      {busy ? <Notice icon="hourglass" title={t("Opening the form")} live /> : null}
      <ActionForm action={uploadFormAction} label={t("Upload a form")} guard={false}>
        {follows ? <input type="hidden" name="follows" value={follows} /> : null}
        <FileField
          name="file"
          label={t("Empty form")}
          hint={t(
            "The PDF that the body publishes, with nothing filled in: up to 40 pages and 10 MB. Scripts, links and attached files are taken out.",
          )}
          accept=".pdf,application/pdf"
          required
        />
        <SubmitFoot pendingText={t("Opening the form")} icon="upload">
          {follows ? t("Upload the newer version") : t("Upload the form")}
        </SubmitFoot>
      </ActionForm>
    </div>
  );
}
