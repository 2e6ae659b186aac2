import { createHash } from "node:crypto";
import type { DocumentPlan } from "@/lib/platform/pdf/blocks";
import { placesOf } from "@/lib/platform/pdf/flow-document";
import { FontBook } from "@/lib/platform/pdf/font-book";
import { paperIn } from "@/lib/platform/pdf/style";
import type { Attachment } from "@/lib/platform/pdf/write-attachments";
import {
  type LaidOut,
  layOutDocument,
  type WriteOptions,
  type WrittenDocument,
  writeDocument,
} from "@/lib/platform/pdf/write-document";
import { free } from "@/lib/platform/sealing/format";
import { oneAhead } from "../one-ahead";
import { type PacketSnapshot, type PreparedExhibit, snapshotSchema } from "../snapshot/snapshot";
import { mostBrief } from "./brief/room";
import { attachedName, copyName, imageKey, travelsInside } from "./exhibits/exhibit-pages";
import { type KindPlan, kindPlans } from "./kinds";
import { nameLaws } from "./name-laws";
import { lawsOf } from "./pair-words";
import type { Given, Section } from "./section";
import { stampStanding } from "./standing";

export type AssembledPacket = WrittenDocument;

/**
 * The blocks of a packet with their numbers, and the page on which each named place is. `bare`: before its state was
 * put on each page.
 */
export type PlannedPacket = { plan: DocumentPlan; bare: DocumentPlan; pages: ReadonlyMap<string, number> };

/** `onPlan`: told what is about to be written. */
type AssembleOptions = Omit<WriteOptions, "laid"> & { onPlan?: (planned: PlannedPacket) => void };

/**
 * Builds the served part of a packet. A pure function: the same snapshot and exhibits give the same bytes. Every
 * exhibit of the snapshot gets a cover, with or without pages.
 * @throws Error if a paragraph has no source, or exhibits and snapshot do not match
 */
export async function* assemblePacket(
  snapshot: PacketSnapshot,
  exhibits: readonly PreparedExhibit[],
  { onPlan, ...options }: AssembleOptions = {},
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
  const { plan, bare, laid } = fitting(given);
  onPlan?.({ plan, bare, pages: pagesOf(laid) });
  const assets = {
    image: oneAhead([...images.keys()], async (key) => {
      const page = images.get(key);
      if (!page) throw new Error(`no image ${key}`);
      const bytes = await page.open();
      return { kind: page.kind, bytes, ...(page.afresh ? { release: () => free(bytes) } : {}) };
    }),
    attachments: given.exhibits.flatMap((exhibit) =>
      travelsInside(exhibit) ? attachmentOf(exhibit) : copyOf(exhibit),
    ),
  };
  return yield* writeDocument(plan, assets, { ...options, laid });
}

/**
 * The same document laid out but not written: for what is made from its blocks and page numbers.
 * @throws Error as `assemblePacket`
 */
export function planPacket(snapshot: PacketSnapshot, exhibits: readonly PreparedExhibit[]): PlannedPacket {
  const given = { snapshot: snapshotSchema.parse(snapshot), exhibits, brevity: 0 };
  agree(given);
  const { plan, bare, laid } = fitting(given);
  return { plan, bare, pages: pagesOf(laid) };
}

/** The numbers of the law sources that the served part cites. */
export function citedLaws(snapshot: PacketSnapshot, exhibits: readonly PreparedExhibit[]): ReadonlySet<string> {
  const laws = lawsOf(snapshot);
  const given = { snapshot, exhibits, brevity: 0 };
  const { sections } = kindPlans[snapshot.packet.kind];
  return new Set(sections.flatMap((section) => [...nameLaws(section.build(given), laws).used]));
}

function pagesOf({ flow }: LaidOut): ReadonlyMap<string, number> {
  return new Map([...flow.places].map(([anchor, { page }]) => [anchor, page]));
}

function agree({ snapshot, exhibits }: Given): void {
  const codes = snapshot.exhibits.map((exhibit) => exhibit.code);
  if (new Set(codes).size !== codes.length) throw new Error("an exhibit is in the snapshot twice");
  const labels = exhibits.map((exhibit) => exhibit.label);
  if (new Set(labels).size !== labels.length) throw new Error("an exhibit was prepared twice");
  const strange = labels.find((label) => !codes.includes(label));
  if (strange) throw new Error(`the snapshot has no exhibit ${strange}`);
}

/** The fullest plan whose brief stays on its pages, for a kind that has one; the rest is in the sections anyway. */
function fitting(given: Given): { plan: DocumentPlan; bare: DocumentPlan; laid: LaidOut } {
  const kind = kindPlans[given.snapshot.packet.kind];
  const book = new FontBook();
  let brevity = 0;
  while (kind.fits && brevity < mostBrief && !isShortEnough({ ...given, brevity }, kind, book)) brevity++;
  const bare = planOf({ ...given, brevity }, kind);
  const plan = stampStanding(bare, given.snapshot);
  return { plan, bare, laid: layOutDocument(plan, book) };
}

/** The section is laid out separately: the others may be long, and do not depend on it. */
function isShortEnough(given: Given, kind: KindPlan, book: FontBook): boolean {
  if (!kind.fits) return true;
  const { section, pages } = kind.fits;
  const after: Section = {
    id: "after",
    build: () => [{ b: "newPage" }, { b: "h1", no: "", title: "After", anchor: "after", short: "" }],
  };
  const plan = stampStanding(planOf(given, { ...kind, sections: [section, after] }), given.snapshot);
  const places = placesOf(plan.blocks, book, plan.size);
  return (places.get("after") ?? 0) - (places.get(section.id) ?? 0) <= pages;
}

function planOf(given: Given, { sections, title, foot, classification, sources }: KindPlan): DocumentPlan {
  const { packet, org } = given.snapshot;
  const name = title(given.snapshot);
  const laws = lawsOf(given.snapshot);
  const built = sections.map((section) => nameLaws(section.id === "annex-b" ? [] : section.build(given), laws));
  const used = new Set(built.flatMap((part) => [...part.used]));
  const named = [...laws.values()].filter((law) => used.has(law.no));
  const blocks = built.flatMap((part, i) =>
    sections[i]?.id === "annex-b" ? nameLaws(sources(named), laws).value : part.value,
  );
  return {
    blocks,
    head: {
      left: packet.no,
      leftRest: ` · ${name} · version ${packet.version}`,
      right: classification,
    },
    foot,
    size: paperIn(given.snapshot.case.pair.slice(0, 2)),
    meta: {
      title: `${packet.no} v${packet.version}, ${name}, served part${packet.specimen ? " (specimen)" : ""}`,
      author: org.name,
      language: "en-ZA",
      at: new Date(packet.builtAt),
      id: createHash("sha256").update(JSON.stringify(given.snapshot)).digest().subarray(0, 16),
    },
  };
}

function copyOf({ label, copy }: PreparedExhibit): Attachment[] {
  if (!copy) return [];
  const { size, open, mimeType } = copy;
  return [{ name: copyName(label), size, open, mimeType, description: `Words of exhibit ${label} as plain text` }];
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
