import type { KnownExhibit, Receipt } from "@/lib/evidence/exhibits/types";

/**
 * `queued`: waits for its turn. `checking`: its hash is computed. `waiting`: the connection is lost, it resumes by
 * itself. `known`: the same bytes are already stored, and a person decides whether to add them again.
 */
type UploadState = "chosen" | "queued" | "checking" | "sending" | "waiting" | "paused" | "known" | "kept" | "failed";

export type UploadItem = {
  key: string;
  file: File;
  /** What this file shows, if it differs from the description for all of them. */
  description: string;
  state: UploadState;
  /** Bytes of which the hash was computed, and bytes that were sent. */
  checked: number;
  sent: number;
  /** Known once the file was announced: sending again under it is safe. */
  uploadId?: string;
  /** The digest that this browser computed. */
  hash?: string;
  known?: KnownExhibit;
  /** The person wants the same bytes as an additional exhibit. */
  onceMore?: boolean;
  error?: string;
  receipt?: Receipt;
};

const moving: readonly UploadState[] = ["queued", "checking", "sending", "waiting"];

export const isMoving = ({ state }: UploadItem): boolean => moving.includes(state);

/** True for what the main button sends. */
export const canSend = ({ state }: UploadItem): boolean =>
  state === "chosen" || state === "failed" || state === "paused";

export type Batch = { files: number; kept: number; known: number; failed: number; bytes: number; sent: number };

/** How far all files together are; a file that is known already counts as done. */
export function batchOf(items: readonly UploadItem[]): Batch {
  const count = (state: UploadState) => items.filter((item) => item.state === state).length;
  const sum = (of: (item: UploadItem) => number) => items.reduce((all, item) => all + of(item), 0);
  return {
    files: items.length,
    kept: count("kept"),
    known: count("known"),
    failed: count("failed"),
    bytes: sum(({ file }) => file.size),
    sent: sum(({ file, state, sent }) => (state === "kept" || state === "known" ? file.size : sent)),
  };
}
