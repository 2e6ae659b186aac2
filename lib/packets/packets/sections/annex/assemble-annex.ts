import { createHash } from "node:crypto";
import type { DocumentPlan } from "@/lib/platform/pdf/blocks";
import type { Attachment } from "@/lib/platform/pdf/write-attachments";
import { type WriteOptions, type WrittenDocument, writeDocument } from "@/lib/platform/pdf/write-document";
import { draftStamp, fixedLines } from "../../fixed-text";
import { type AnnexSnapshot, annexSchema } from "../../snapshot/snapshot-annex";
import { annexCover } from "./cover";
import { annexContact, annexKey, annexOriginals, annexReturn, annexWitnesses } from "./parts";

/**
 * Builds the sealed annex of a packet: a separate document with its own page count. A pure function, like the served
 * part. @throws Error if a paragraph has no source
 */
export async function* assembleAnnex(
  given: AnnexSnapshot,
  options: Omit<WriteOptions, "laid"> = {},
  attachments: readonly Attachment[] = [],
): AsyncGenerator<Uint8Array, WrittenDocument> {
  return yield* writeDocument(planOf(annexSchema.parse(given)), { image: noImages, attachments }, options);
}

function planOf(annex: AnnexSnapshot): DocumentPlan {
  const { packet, org } = annex;
  const no = annexNumber(packet.no);
  return {
    blocks: [
      ...annexCover(annex),
      ...annexKey(annex),
      ...annexContact(annex),
      ...annexWitnesses(annex),
      ...annexOriginals(annex),
      ...annexReturn(annex),
    ],
    ...(packet.approved ? {} : { watermark: draftStamp }),
    head: {
      left: no,
      leftRest: ` · Sealed annex · version ${packet.version}${packet.approved ? "" : `, ${draftStamp}`}`,
      right: "SEALED",
    },
    foot: `${fixedLines.feet.annex}${packet.specimen ? " Every name and number here is invented." : ""}`,
    meta: {
      // Viewers show the title, so it contains no person's name.
      title: `${no} v${packet.version}, sealed annex${packet.specimen ? " (specimen)" : ""}${packet.approved ? "" : ", not approved"}`,
      author: org.name,
      language: "en-ZA",
      at: new Date(packet.builtAt),
      id: createHash("sha256").update(JSON.stringify(annex)).digest().subarray(0, 16),
    },
  };
}

/** `CD-26-0142-P1-S` */
function annexNumber(no: string): string {
  return `${no}-S`;
}

async function noImages(): Promise<never> {
  throw new Error("a sealed annex has no images");
}
