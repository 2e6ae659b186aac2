import type { Box } from "@/lib/evidence/derivatives/types";
import type { PictureWord } from "@/lib/platform/sandbox/read-picture-words";
import type { UnreadReason } from "@/lib/platform/sandbox/unread-reasons";

export type { PictureWord, UnreadReason };

/** What a machine read in one picture, as it is stored. `boxes`: those of the masked copy that was read. */
export type KeptWords =
  | { state: "read"; words: PictureWord[]; boxes: Box[]; cut: boolean }
  | { state: "unread"; reason: UnreadReason };

/** One picture of an exhibit to be read: a page, or with a version from 1 the masked copy of it. */
export type ToRead = { page: number; version: number; fileId: string; size: number; boxes: Box[] };

/** What was read of one page, as its exhibit shows it. */
export type ReadPage = { page: number; lines: string[]; cut: boolean; unread: UnreadReason | null };
