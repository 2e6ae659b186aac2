import { writeBlocks } from "@/lib/platform/docx/write-blocks";
import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { numberParagraphs } from "@/lib/platform/pdf/number-paragraphs";
import type { Rich } from "@/lib/platform/pdf/rich-text";
import { standingOf } from "../sections/standing";
import type { PacketSnapshot } from "../snapshot/snapshot";

/**
 * Section 2 of a dossier as a file that the prosecutor can edit: the same words, headings and paragraph numbers as in
 * the PDF of this plan. `pages`: pages of that PDF by anchor. The same plan gives the same bytes.
 * @throws Error if the plan has no draft request
 */
export async function requestDocx(
  snapshot: PacketSnapshot,
  plan: Pick<DocumentPlan, "blocks">,
  pages: ReadonlyMap<string, number> = new Map(),
): Promise<Uint8Array> {
  const { packet, org } = snapshot;
  const title = `${packet.no} v${packet.version}, draft request${packet.specimen ? " (specimen)" : ""}`;
  return writeBlocks({
    blocks: requestBlocks(plan.blocks),
    head: {
      left: `${packet.no} · version ${packet.version} · draft request, section 2`,
      right: "CONFIDENTIAL · served part",
    },
    stamp: standingOf(snapshot)?.word ?? null,
    notice: noticeOf(plan.blocks),
    meta: { title, author: org.name, at: new Date(packet.builtAt) },
    pages,
  });
}

/** What the packet is not, in the words of its own cover. */
function noticeOf(blocks: readonly Block[]): Rich {
  const box = blocks.find((block) => block.b === "box" && block.lines.some((line) => line.as === "notice"));
  const bodyLine = box?.b === "box" ? box.lines.find((line) => line.as !== "notice") : undefined;
  if (!bodyLine) throw new Error("the cover does not say what this packet is not");
  return bodyLine.text;
}

/** From the heading of the draft request to that of the next section, numbered as part of the whole. */
function requestBlocks(blocks: readonly Block[]): Block[] {
  const all = numberParagraphs(blocks);
  const first = all.findIndex((block) => block.b === "h1" && block.anchor === "request");
  if (first < 0) throw new Error("this packet has no draft request");
  const next = all.findIndex((block, i) => i > first && block.b === "h1");
  return all.slice(first, next < 0 ? undefined : next);
}
