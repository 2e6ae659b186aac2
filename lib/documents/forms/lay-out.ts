import "server-only";
import type { Block } from "@/lib/platform/pdf/blocks";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { Flow } from "@/lib/platform/pdf/flow";
import { FontBook } from "@/lib/platform/pdf/font-book";
import type { Line } from "@/lib/platform/pdf/lines";
import type { Paper, TextStyle } from "@/lib/platform/pdf/style";
import { writeDocument } from "@/lib/platform/pdf/write-document";
import type { FormPage } from "@/lib/platform/sandbox/form-types";
import type { FilledEntry } from "./types";

/** Type smaller than this is not read; what does not fit at this size goes on. */
const SMALLEST = 7;
const STEP = 0.5;
const LEAD = 1.2;
const INSET = 2;
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

export type Sheets = {
  /** One page for each page of the form, with nothing on it but the words. */
  overlay: Uint8Array;
  /** The addenda; null when everything fitted. */
  behind: Uint8Array | null;
  /** What goes on behind the form, by number. */
  addenda: { number: number; label: string; page: number }[];
};

type Setting = { title: string; reference: string; organisation: string; at: Date; id: Uint8Array };
type Addendum = { number: number; entry: FilledEntry; rest: string };

/**
 * Sets the words of a filled form. What does not fit on its place goes on in an addendum that the place names; nothing
 * is cut.
 */
export async function layOut(
  pages: readonly FormPage[],
  entries: readonly FilledEntry[],
  setting: Setting,
): Promise<Sheets> {
  const flow = new Flow(new FontBook(), new Map(), [], false, sheetOf(pages));
  const addenda: Addendum[] = [];
  pages.forEach((_, at) => {
    flow.newPage();
    for (const entry of entries.filter(({ page }) => page === at + 1)) {
      if (entry.tick === "drawn") cross(flow, entry);
      else if (entry.tick === null) draw(flow, entry, addenda);
    }
  });
  const { title, organisation, at, id } = setting;
  const meta = { title, author: organisation, language: "en-ZA", at, id };
  const nothing = { left: "", leftRest: "", right: "" };
  const plan = { blocks: [], head: nothing, foot: "", meta };
  const { bytes } = await collectBytes(writeDocument(plan, noAssets, { laid: { book: flow.book, flow } }));
  return {
    overlay: bytes,
    behind: addenda.length > 0 ? await writeAddenda(addenda, setting) : null,
    addenda: addenda.map(({ number, entry }) => ({ number, label: entry.label, page: entry.page })),
  };
}

/** Large enough for every page; each sheet lies with its upper left corner on that of its page. */
function sheetOf(pages: readonly FormPage[]): Paper {
  const width = Math.max(...pages.map((page) => page.width));
  const height = Math.max(...pages.map((page) => page.height));
  return { width, height, bottom: height, footRule: height, footBase: height };
}

function draw(flow: Flow, entry: FilledEntry, addenda: Addendum[]): void {
  const text = entry.multiline ? entry.text : entry.text.replace(/\s*\n\s*/g, "; ");
  const whole = fitting(flow, entry, text);
  if (whole) put(flow, entry, whole);
  else {
    const number = addenda.length + 1;
    const { taken, rest } = split(flow, entry, text, `(see addendum ${number})`);
    addenda.push({ number, entry, rest });
    put(flow, entry, taken);
  }
}

/** A cross in the middle of a box. */
function cross(flow: Flow, { x, y, w, h }: FilledEntry): void {
  const size = Math.max(5, Math.min(w, h));
  const style: TextStyle = { family: "sans", weight: 600, size, lead: size };
  flow.label("X", style, x + w / 2, y + h / 2 + size * 0.36, { anchor: "middle" });
}

type Laid = { lines: readonly Line[]; style: TextStyle };

/** The text in the largest size that fits, from the wanted one down; null when it fits in none. */
function fitting(flow: Flow, entry: FilledEntry, text: string): Laid | null {
  const from = largest(entry);
  for (let size = from; size >= Math.min(from, SMALLEST); size -= STEP) {
    const laid = lay(flow, entry, text, size);
    if (laid.lines.length <= roomFor(entry, size)) return laid;
  }
  return null;
}

function lay(flow: Flow, { w }: FilledEntry, text: string, size: number): Laid {
  const style: TextStyle = { family: "sans", weight: 400, size, lead: size * LEAD };
  return { lines: flow.wrap(text, style, Math.max(4, w - 2 * INSET)), style };
}

/** No line is higher than its place. */
const largest = ({ size, h }: FilledEntry): number => Math.max(4, Math.min(size, h / LEAD));

const roomFor = ({ multiline, h }: FilledEntry, size: number): number =>
  multiline ? Math.max(1, Math.floor((h + 0.01) / (size * LEAD))) : 1;

/** As many words as fit together with the reference, and the rest; of one line, all of it goes on. */
function split(flow: Flow, entry: FilledEntry, text: string, reference: string): { taken: Laid; rest: string } {
  const size = Math.min(largest(entry), SMALLEST + 1);
  const room = roomFor(entry, size);
  const words = text.match(/\S+\s*/g) ?? [];
  const with_ = (count: number) => lay(flow, entry, [...words.slice(0, count), reference].join(""), size);
  let fits = 0;
  let tooMany = room > 1 ? words.length : 1;
  while (tooMany - fits > 1) {
    const half = (fits + tooMany) >> 1;
    const before = words.slice(0, half).join("").trimEnd();
    if (lay(flow, entry, `${before} ${reference}`, size).lines.length <= room) fits = half;
    else tooMany = half;
  }
  const before = words.slice(0, fits).join("").trimEnd();
  const taken = fits > 0 ? lay(flow, entry, `${before} ${reference}`, size) : smallEnough(flow, entry, with_(0));
  return { taken, rest: words.slice(fits).join("").trimEnd() };
}

/** A reference in a place too narrow for it is set smaller, and below that over its edge: it is never left out. */
function smallEnough(flow: Flow, entry: FilledEntry, laid: Laid): Laid {
  if (laid.lines.length <= 1) return laid;
  const text = "(see addendum)";
  for (let size = laid.style.size; size >= 4; size -= STEP) {
    const smaller = lay(flow, entry, text, size);
    if (smaller.lines.length <= 1) return smaller;
  }
  return lay(flow, { ...entry, w: 200 }, text, 4);
}

function put(flow: Flow, entry: FilledEntry, { lines, style }: Laid): void {
  const { x, y, w, h, multiline, text } = entry;
  const top = multiline ? y + Math.min(1, h - lines.length * style.lead) : y + (h - style.lead) / 2;
  lines.forEach((line, at) => {
    const from = RIGHT_TO_LEFT.test(text) ? x + w - INSET - line.width : x + INSET;
    flow.lines([line], style, from, top + at * style.lead);
  });
}

async function writeAddenda(addenda: readonly Addendum[], setting: Setting): Promise<Uint8Array> {
  const { title, reference, organisation, at, id } = setting;
  const blocks: Block[] = [
    { b: "section", short: "" },
    { b: "paperTitle", text: `Addenda to: ${title}` },
    ...addenda.flatMap(({ number, entry, rest }): Block[] => [
      {
        b: "paperHeading",
        title: `Addendum ${number}: ${entry.label} (page ${entry.page} of the form)`,
        anchor: `addendum-${number}`,
      },
      ...rest.split(/\n+/).map((line): Block => ({ b: "text", text: line })),
    ]),
  ];
  const plan = {
    blocks,
    head: { left: "Addenda", leftRest: "", right: "" },
    foot: reference,
    meta: { title: reference, author: organisation, language: "en-ZA", at, id },
  };
  const { bytes } = await collectBytes(writeDocument(plan, noAssets));
  return bytes;
}

const noAssets = { image: noImages, attachments: [] };

async function noImages(): Promise<never> {
  throw new Error("a form has no images of ours");
}
