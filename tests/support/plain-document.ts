import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { type WrittenDocument, writeDocument } from "@/lib/platform/pdf/write-document";

/** A document of nothing but these blocks. */
export function writeBlocks(blocks: readonly Block[]): Promise<WrittenDocument & { bytes: Uint8Array }> {
  const plan: DocumentPlan = {
    blocks,
    head: { left: "HEAD", leftRest: "", right: "RIGHT" },
    foot: "FOOT",
    meta: { title: "Title", author: "Author", language: "en-ZA", at: new Date(0), id: new Uint8Array(16) },
  };
  const image = async (key: string): Promise<never> => {
    throw new Error(`no image ${key}`);
  };
  return collectBytes(writeDocument(plan, { image, attachments: [] }));
}
