"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FileField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { bringListAction } from "../actions";

/** With JavaScript the file is sent as is, up to 64 MB; without, in the form, up to 1 MB. */
export function UploadForm() {
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
    const headers = { "content-type": "application/octet-stream", "x-file-name": encodeURIComponent(file.name) };
    const answer = await fetch("/api/imports", { method: "PUT", headers, body: file }).catch(() => null);
    const body = (await answer?.json().catch(() => null)) as { id?: string; error?: string } | null;
    setBusy(false);
    if (answer?.ok && body?.id) router.push(`/cases/import/${body.id}`);
    else setProblem(body?.error ?? t("No response. Check your connection and try again."));
  }

  return (
    <div onSubmitCapture={send}>
      {problem ? <Notice kind="overdue" title={problem} live /> : null}
      {busy ? <Notice icon="hourglass" title={t("Sending the file")} live /> : null}
      <ActionForm action={bringListAction} label={t("Import a list")} guard={false}>
        <FileField
          name="file"
          label={t("File")}
          hint={t(
            "A CSV or an XLSX with one case in each row and a header in the first. Up to 64 MB and 100,000 rows; without script up to 1 MB.",
          )}
          accept=".csv,.tsv,.txt,.xlsx"
          required
        />
        <SubmitFoot pendingText={t("Sending the file")} icon="upload">
          {t("Read the file")}
        </SubmitFoot>
      </ActionForm>
    </div>
  );
}
