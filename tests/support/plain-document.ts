import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { type Assets, type WriteOptions, type WrittenDocument, writeDocument } from "@/lib/platform/pdf/write-document";

/** A document of nothing but these blocks. */
export function writeBlocks(
  blocks: readonly Block[],
  options: WriteOptions = {},
  assets: Partial<Assets> = {},
): Promise<WrittenDocument & { bytes: Uint8Array }> {
  return collectBytes(writeDocument(planOf(blocks), { image: noImage, attachments: [], ...assets }, options));
}

export function planOf(blocks: readonly Block[]): DocumentPlan {
  return {
    blocks,
    head: { left: "HEAD", leftRest: "", right: "RIGHT" },
    foot: "FOOT",
    meta: { title: "Title", author: "Author", language: "en-ZA", at: new Date(0), id: new Uint8Array(16) },
  };
}

async function noImage(key: string): Promise<never> {
  throw new Error(`no image ${key}`);
}
