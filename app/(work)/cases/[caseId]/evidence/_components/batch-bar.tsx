"use client";

import { formatBytes, plural } from "@/lib/platform/text/format";
import { type Batch, batchOf, type UploadItem } from "../upload-item";
import { ByteBar } from "./byte-bar";

/** How far all files together are. A single file says it in its own row. */
export function BatchBar({ items }: { items: readonly UploadItem[] }) {
  if (items.length < 2) return null;
  const batch = batchOf(items);
  const words = `${batch.kept} of ${plural(batch.files, "file")} kept${restOf(batch)}`;
  return (
    <section aria-label="All files">
      <ByteBar done={batch.sent} of={batch.bytes} words={words} />
      <span className="vh" role="status">
        {batch.kept + batch.known === batch.files ? words : ""}
      </span>
    </section>
  );
}

function restOf({ known, failed, sent, bytes }: Batch): string {
  const parts = [
    known > 0 ? `${known} already kept` : "",
    failed > 0 ? `${failed} not sent` : "",
    `${formatBytes(sent)} of ${formatBytes(bytes)}`,
  ];
  return `, ${parts.filter(Boolean).join(", ")}`;
}
