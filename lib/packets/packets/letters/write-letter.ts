import { createHash } from "node:crypto";
import { writeBlocks } from "@/lib/platform/docx/write-blocks";
import type { DocumentPlan } from "@/lib/platform/pdf/blocks";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { writeDocument } from "@/lib/platform/pdf/write-document";
import { standingOf } from "../sections/standing";
import type { PacketSnapshot } from "../snapshot/snapshot";
import type { Letter } from "./types";

/**
 * A letter to print, for the letterhead of the officer who signs it. It carries neither the packet's number nor a
 * signature of the organisation; while nobody approved it, every page says so.
 */
export async function letterPdf(
  snapshot: PacketSnapshot,
  letter: Letter,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const { bytes, pages } = await collectBytes(
    writeDocument(planOf(snapshot, letter), { image: noImages, attachments: [] }),
  );
  return { bytes, pages };
}

/** The same letter as a file for the letterhead. */
export function letterDocx(snapshot: PacketSnapshot, letter: Letter): Promise<Uint8Array> {
  const { title, entity, blocks } = letter;
  return writeBlocks({
    blocks,
    head: null,
    stamp: standingOf(snapshot)?.word ?? null,
    notice: null,
    meta: { title: `${title}, ${entity}`, author, at: new Date(snapshot.packet.builtAt) },
    pages: new Map(),
  });
}

function planOf(snapshot: PacketSnapshot, { no, title, entity, blocks }: Letter): DocumentPlan {
  const standing = standingOf(snapshot);
  const { packet } = snapshot;
  return {
    blocks,
    head: { left: title, leftRest: standing ? ` · ${standing.text}` : "", right: "" },
    foot: "",
    ...(standing ? { watermark: standing.word } : {}),
    meta: {
      title: `${title}, ${entity}${standing ? `, ${standing.title}` : ""}`,
      author,
      language: "en-ZA",
      at: new Date(packet.builtAt),
      id: createHash("sha256")
        .update(JSON.stringify([packet.no, packet.version, packet.builtAt, no]))
        .digest()
        .subarray(0, 16),
    },
  };
}

/** The letter is the officer's: nothing in the file names us. */
const author = "For the officer’s signature";

async function noImages(): Promise<never> {
  throw new Error("a letter has no images");
}
