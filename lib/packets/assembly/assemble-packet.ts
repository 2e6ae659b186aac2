import { createHash } from "node:crypto";
import { fixedLines } from "@/lib/packets/fixed-text";
import { isLawSource } from "@/lib/packets/law-sources";
import { type PacketSnapshot, type PreparedExhibit, snapshotSchema } from "@/lib/packets/snapshot";
import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { placesOf } from "@/lib/platform/pdf/flow-document";
import { FontBook } from "@/lib/platform/pdf/font-book";
import { inlines } from "@/lib/platform/pdf/rich-text";
import type { Attachment } from "@/lib/platform/pdf/write-attachments";
import {
  type LaidOut,
  layOutDocument,
  type WriteOptions,
  type WrittenDocument,
  writeDocument,
} from "@/lib/platform/pdf/write-document";
import { annexB } from "./annexes";
import { attachedName, imageKey, travelsInside } from "./exhibit-pages";
import { mlaSections } from "./mla-sections";
import type { Given, Section } from "./section";

const mostBrief = 4;

export type AssembledPacket = WrittenDocument;

/**
 * Builds the served part of a packet. A pure function: the same snapshot and exhibits give the same bytes.
 * Every exhibit of the snapshot gets a cover, with or without pages.
 * @throws Error when a paragraph has no source, or exhibits and snapshot do not agree
 */
export async function* assemblePacket(
  snapshot: PacketSnapshot,
  exhibits: readonly PreparedExhibit[],
  options: Omit<WriteOptions, "laid"> = {},
): AsyncGenerator<Uint8Array, AssembledPacket> {
  const given = { snapshot: snapshotSchema.parse(snapshot), exhibits, brevity: 0 };
  agree(given);
  const images = new Map(
    given.exhibits.flatMap((exhibit) =>
      exhibit.pages.flatMap((page, i) =>
        page.kind === "not_shown" ? [] : [[imageKey(exhibit.label, i), page] as const],
      ),
    ),
  );
  const { plan, laid } = fitting(given);
  const assets = {
    image: async (key: string) => {
      const page = images.get(key);
      if (!page) throw new Error(`no image ${key}`);
      return { kind: page.kind, bytes: await page.open() };
    },
    attachments: given.exhibits.filter(travelsInside).flatMap(attachmentOf),
  };
  return yield* writeDocument(plan, assets, { ...options, laid });
}

function agree({ snapshot, exhibits }: Given): void {
  const codes = snapshot.exhibits.map((exhibit) => exhibit.code);
  if (new Set(codes).size !== codes.length) throw new Error("an exhibit is in the snapshot twice");
  const labels = exhibits.map((exhibit) => exhibit.label);
  if (new Set(labels).size !== labels.length) throw new Error("an exhibit was prepared twice");
  const strange = labels.find((label) => !codes.includes(label));
  if (strange) throw new Error(`the snapshot has no exhibit ${strange}`);
}

/** The fullest plan whose summary stays on one page; the rest of what it says is in the sections anyway. */
function fitting(given: Given): { plan: DocumentPlan; laid: LaidOut } {
  const book = new FontBook();
  for (let brevity = 0; ; brevity++) {
    const plan = planOf({ ...given, brevity }, mlaSections);
    if (brevity < mostBrief && !summaryFits(placesOf(upTo(plan.blocks, "request"), book))) continue;
    const laid = layOutDocument(plan, book);
    const places = new Map([...laid.flow.places].map(([anchor, place]) => [anchor, place.page]));
    if (brevity === mostBrief || summaryFits(places)) return { plan, laid };
  }
}

function summaryFits(places: ReadonlyMap<string, number>): boolean {
  return (places.get("request") ?? 0) - (places.get("summary") ?? 0) === 1;
}

/** The blocks from the first to the one with this name: enough to see on which page it is. */
function upTo(blocks: readonly Block[], anchor: string): readonly Block[] {
  const at = blocks.findIndex((block) => "anchor" in block && block.anchor === anchor);
  return at === -1 ? blocks : blocks.slice(0, at + 1);
}

function planOf(given: Given, sections: readonly Section[]): DocumentPlan {
  const { packet, org } = given.snapshot;
  const built = sections.map((section) => (section.id === "annex-b" ? [] : section.build(given)));
  const used = lawsNamedIn(built.flat());
  const blocks = built.flatMap((part, i) => (sections[i]?.id === "annex-b" ? annexB(used) : part));
  return {
    blocks,
    head: {
      left: packet.no,
      leftRest: ` · MLA pre-request dossier · version ${packet.version}`,
      right: "CONFIDENTIAL · served part",
    },
    foot: fixedLines.foot,
    meta: {
      title: `${packet.no} v${packet.version}, MLA pre-request dossier, served part${packet.specimen ? " (specimen)" : ""}`,
      author: org.name,
      language: "en-ZA",
      at: new Date(packet.builtAt),
      id: createHash("sha256").update(JSON.stringify(given.snapshot)).digest().subarray(0, 16),
    },
  };
}

/** The law sources that any paragraph, row or box names, so that Annex B lists each and no other. */
function lawsNamedIn(blocks: readonly Block[]): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === "string") {
      for (const match of value.matchAll(/(?<![A-Za-z0-9])L\d{1,2}(?![0-9])/g))
        if (isLawSource(match[0])) found.add(match[0]);
    } else if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(look);
  };
  for (const block of blocks) {
    if (block.b === "para") look(inlines(block.aside));
    else if (block.b === "table" || block.b === "box") look(block);
  }
  return [...found];
}

function attachmentOf(exhibit: PreparedExhibit): Attachment[] {
  if (!exhibit.original) return [];
  return [
    {
      name: attachedName(exhibit),
      size: exhibit.original.size,
      open: exhibit.original.open,
      mimeType: exhibit.original.mimeType,
      description: `Original file of exhibit ${exhibit.label}`,
    },
  ];
}
