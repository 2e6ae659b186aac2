"use client";

import { Chip } from "@/app/_ui/chip";
import { Hash } from "@/app/_ui/number";
import { formatBytes } from "@/lib/platform/text/format";
import type { UploadItem } from "../upload-item";
import { ByteBar } from "./byte-bar";

/** How far a file is, in words and with a bar where bytes are counted. */
export function UploadStateLine({ item }: { item: UploadItem }) {
  const { state, file, checked, sent, receipt, known } = item;
  if (state === "queued") return <p className="small muted">Its turn comes</p>;
  if (state === "checking") return <ByteBar done={checked} of={file.size} words="Checking" />;
  if (state === "sending") {
    const words = sent < file.size ? `${formatBytes(sent)} of ${formatBytes(file.size)} sent` : "Sent, being kept";
    return <ByteBar done={sent} of={file.size} words={words} />;
  }
  if (state === "waiting") return <ByteBar done={sent} of={file.size} words="Waiting for the line" chip="waiting" />;
  if (state === "paused") return <ByteBar done={sent} of={file.size} words="Paused" chip="plain" />;
  if (state === "known" && known) return <p className="small">Already kept as {known.label}. Nothing was sent.</p>;
  return receipt ? <Kept sha256={receipt.sha256} /> : null;
}

function Kept({ sha256 }: { sha256: string }) {
  return (
    <>
      <div className="row">
        <Chip kind="done">Kept</Chip>
        <span className="small muted">Hash the same on both sides</span>
      </div>
      <Hash value={sha256} />
    </>
  );
}
