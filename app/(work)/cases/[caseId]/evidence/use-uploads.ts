"use client";

import { useRef, useState } from "react";
import type { Receipt } from "@/lib/evidence/types";
import { announceFile, hashFile, putFile, SendError } from "./send-file";

export type UploadItem = {
  key: string;
  file: File;
  /** What this file shows, when it differs from what was said for all of them. */
  description: string;
  state: "chosen" | "hashing" | "sending" | "kept" | "failed";
  sent: number;
  /** Known once the file was announced: sending again under it is safe. */
  uploadId?: string;
  /** The digest that this browser computed. */
  hash?: string;
  error?: string;
  receipt?: Receipt;
};

type Details = Record<string, unknown> & { description?: unknown };
export type Trouble = { message: string; fields: Record<string, string> };

let made = 0;

/** The files of a batch: chosen, sent one after the other with the same details, each with its own answer. */
export function useUploads(caseId: string) {
  const [items, setItems] = useState<UploadItem[]>([]);
  const latest = useRef(items);

  function update(change: (before: UploadItem[]) => UploadItem[]) {
    latest.current = change(latest.current);
    setItems(latest.current);
  }

  const patch = (key: string, change: Partial<UploadItem>) =>
    update((all) => all.map((item) => (item.key === key ? { ...item, ...change } : item)));

  function add(files: Iterable<File>) {
    const chosen = [...files].map((file): UploadItem => {
      made += 1;
      return { key: `file-${made}`, file, description: "", state: "chosen", sent: 0 };
    });
    update((all) => [...all, ...chosen]);
  }

  async function sendOne(item: UploadItem, details: Details): Promise<Trouble | null> {
    try {
      patch(item.key, { state: "hashing", error: undefined, sent: 0 });
      const hash = item.hash ?? (await hashFile(item.file));
      const about = { ...details, description: item.description || details.description, sha256: hash };
      const { name: fileName, type: fileType, size } = item.file;
      const uploadId = item.uploadId ?? (await announceFile({ ...about, caseId, fileName, fileType, size }));
      patch(item.key, { state: "sending", hash, uploadId });
      const receipt = await putFile(uploadId, item.file, (sent) => patch(item.key, { sent }));
      patch(item.key, { state: "kept", receipt, sent: size });
      return null;
    } catch (error) {
      return failed(item.key, error);
    }
  }

  function failed(key: string, error: unknown): Trouble | null {
    if (!(error instanceof SendError)) throw error;
    const { size, fileName, sha256, ...fields } = error.fields;
    if (Object.keys(fields).length > 0) {
      patch(key, { state: "chosen" });
      return { message: error.message, fields };
    }
    // Only a connection that broke may go on under the same id; what was refused is announced afresh.
    const again =
      error.status === 0 || error.status === 401 || error.status >= 500 ? {} : { uploadId: undefined, hash: undefined };
    patch(key, { state: "failed", error: size ?? fileName ?? sha256 ?? error.message, ...again });
    return null;
  }

  /** Sends what is not kept yet. Stops at the first trouble that concerns the details, since it concerns all files. */
  async function send(details: Details, only?: string): Promise<Trouble | null> {
    const waiting = latest.current.filter((item) => item.state === "chosen" || item.state === "failed");
    for (const item of waiting.filter((each) => only === undefined || each.key === only)) {
      const trouble = await sendOne(item, details);
      if (trouble) return trouble;
    }
    return null;
  }

  return {
    items,
    add,
    remove: (key: string) => update((all) => all.filter((item) => item.key !== key)),
    describe: (key: string, description: string) => patch(key, { description }),
    send,
    allKept: () => latest.current.every((item) => item.state === "kept"),
  };
}
