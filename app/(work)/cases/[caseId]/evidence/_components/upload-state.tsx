"use client";

import { Chip } from "@/app/_ui/chip";
import { Hash } from "@/app/_ui/number";
import { t } from "@/lib/platform/language/translate";
import { formatBytes } from "@/lib/platform/text/amounts";
import type { UploadItem } from "../upload-item";
import { ByteBar } from "./byte-bar";

/** How far a file is, in words and with a bar where bytes are counted. */
export function UploadStateLine({ item }: { item: UploadItem }) {
  const { state, file, checked, sent, receipt, known } = item;
  if (state === "queued") return <p className="small muted">{t("In the queue")}</p>;
  if (state === "checking") return <ByteBar done={checked} of={file.size} words={t("Checking")} />;
  if (state === "sending") {
    const words =
      sent < file.size
        ? t("{sent} of {size} sent", { sent: formatBytes(sent), size: formatBytes(file.size) })
        : t("Uploaded, being stored");
    return <ByteBar done={sent} of={file.size} words={words} />;
  }
  if (state === "waiting")
    return <ByteBar done={sent} of={file.size} words={t("Waiting for the connection")} chip="waiting" />;
  if (state === "paused") return <ByteBar done={sent} of={file.size} words={t("Paused")} chip="plain" />;
  if (state === "known" && known)
    return <p className="small">{t("Already kept as {label}. Nothing was sent.", { label: known.label })}</p>;
  return receipt ? <Kept sha256={receipt.sha256} /> : null;
}

function Kept({ sha256 }: { sha256: string }) {
  return (
    <>
      <div className="row">
        <Chip kind="done">{t("Kept")}</Chip>
        <span className="small muted">{t("Hash the same on both sides")}</span>
      </div>
      <Hash value={sha256} />
    </>
  );
}
