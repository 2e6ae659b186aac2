import "server-only";
import type { Paper } from "@/lib/platform/paper";
import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { blocksOfPaper, gapsStrong } from "@/lib/platform/pdf/blocks-of-paper";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { writeDocument } from "@/lib/platform/pdf/write-document";

/** The document as a PDF; the same text gives the same bytes. */
export async function printPaper(paper: Paper): Promise<Uint8Array> {
  const { title, addressee, watermark, initials, meta } = paper;
  const blocks: Block[] = [
    { b: "section", short: "" },
    ...(addressee.length > 0 ? [{ b: "text" as const, text: gapsStrong(addressee.join("\n")) }] : []),
    { b: "gap", mm: addressee.length > 0 ? 4 : 0 },
    { b: "paperTitle", text: title },
    ...blocksOfPaper(paper.parts),
  ];
  const plan: DocumentPlan = {
    blocks,
    head: { left: paper.head.left, leftRest: "", right: paper.head.right },
    foot: paper.foot,
    ...(watermark ? { watermark } : {}),
    initials,
    ...(paper.size ? { size: paper.size } : {}),
    // The title of the file is shown by every viewer and stays free of names.
    meta: { title: paper.foot, author: meta.author, language: "en-ZA", at: meta.at, id: meta.id },
  };
  const { bytes } = await collectBytes(writeDocument(plan, { image: noImages, attachments: [] }));
  return bytes;
}

async function noImages(): Promise<never> {
  throw new Error("a paper has no images");
}
