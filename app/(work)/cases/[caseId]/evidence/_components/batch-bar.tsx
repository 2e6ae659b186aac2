"use client";

import { t } from "@/lib/platform/language/translate";
import { formatBytes, plural } from "@/lib/platform/text/amounts";
import { type Batch, batchOf, type UploadItem } from "../upload-item";
import { ByteBar } from "./byte-bar";

/** How far all files together are. A single file says it in its own row. */
export function BatchBar({ items }: { items: readonly UploadItem[] }) {
  if (items.length < 2) return null;
  const batch = batchOf(items);
  const words = t("{kept} of {files} kept{batch}", {
    kept: batch.kept,
    files: plural(batch.files, "file"),
    batch: restOf(batch),
  });
  return (
    <section aria-label={t("All files")}>
      <ByteBar done={batch.sent} of={batch.bytes} words={words} />
      <span className="vh" role="status">
        {batch.kept + batch.known === batch.files ? words : ""}
      </span>
    </section>
  );
}

function restOf({ known, failed, sent, bytes }: Batch): string {
  const parts = [
    known > 0 ? t("{known} already kept", { known }) : "",
    failed > 0 ? t("{failed} not sent", { failed }) : "",
    t("{sent} of {bytes}", { sent: formatBytes(sent), bytes: formatBytes(bytes) }),
  ];
  return `, ${parts.filter(Boolean).join(", ")}`;
}
