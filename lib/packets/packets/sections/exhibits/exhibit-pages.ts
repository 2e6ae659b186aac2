import type { Block, Picture, Row } from "@/lib/platform/pdf/blocks";
import { isTall } from "@/lib/platform/pdf/flow-exhibit";
import { type Inline, mono, pageOf } from "@/lib/platform/pdf/rich-text";
import {
  attachLimit,
  type OriginalTravel,
  type PreparedExhibit,
  type PreparedPage,
  type SnapshotExhibit,
  type Transcript,
} from "../../snapshot/snapshot";
import { type Given, orNot, particulars, type Section } from "../section";
import { device, person } from "../shared/custody-words";
import { looksText } from "../shared/looks";
import { labelled } from "../source-column";
import { countOf, onWall, shortHash, spanText, utc, within } from "../words";
import { spokenBlocks, spokenText } from "./spoken";
import { maskedOnCover, transcriptBlocks, wordsText } from "./transcript";
import { pictureTranslations, translationText } from "./translations";

/** The exhibits in order: the head of each with its particulars, then its pictures and its words. */
export const exhibitPages: Section = exhibitsOf("Exhibits");

/** @param short names the running head of their pages */
export function exhibitsOf(short: string): Section {
  return {
    id: "exhibit-pages",
    build: (given) => given.snapshot.exhibits.flatMap((exhibit) => oneExhibit(given, exhibit, short)),
  };
}

function preparedOf(given: Given, code: string): PreparedExhibit {
  return given.exhibits.find((exhibit) => exhibit.label === code) ?? { label: code, pages: [] };
}

/** Names of images and attachments: one key for each page, the same in every run. */
export function imageKey(code: string, page: number): string {
  return `${code}/${page}`;
}

function oneExhibit(given: Given, exhibit: SnapshotExhibit, short: string): Block[] {
  const prepared = preparedOf(given, exhibit.code);
  const { packet } = given.snapshot;
  return [
    {
      b: "exhibit",
      label: exhibit.code,
      title: exhibit.title,
      anchor: exhibit.code,
      short,
      picture: prepared.pages.find((shown) => shown.kind !== "not_shown") ?? null,
    },
    particulars(headRows(given, exhibit, prepared), 26, true),
    ...picturesOf(exhibit, prepared, `${packet.no} v${packet.version}`),
    ...pictureTranslations(exhibit),
    ...transcriptBlocks(exhibit, prepared),
    ...spokenBlocks(exhibit),
  ];
}

/** Its pages in order; two pictures of a phone's screen, one after the other, share a row. */
function picturesOf(exhibit: SnapshotExhibit, { pages }: PreparedExhibit, served: string): Block[] {
  // The reason why nothing is shown stands in the head.
  if (pages.every(({ kind }) => kind === "not_shown")) return [];
  const rows: Picture[][] = [];
  for (const [i, shown] of pages.entries()) {
    const picture = pictureOf(exhibit, shown, { stamp: `page ${i + 1} of ${pages.length} · ${served}`, at: i });
    const last = rows.at(-1);
    const [before] = last ?? [];
    const pair = last?.length === 1 && before?.image && picture.image && isTall(before.image) && isTall(picture.image);
    if (pair) last.push(picture);
    else rows.push([picture]);
  }
  return rows.map((pictures) => ({ b: "pictures", pictures }));
}

function pictureOf(
  exhibit: SnapshotExhibit,
  shown: PreparedPage,
  { stamp, at }: { stamp: string; at: number },
): Picture {
  const picture = { label: exhibit.code, stamp, caption: caption(exhibit, shown) };
  if (shown.kind === "not_shown") return { ...picture, image: null, reason: `This page is not shown. ${shown.reason}` };
  const alt = `Exhibit ${exhibit.code}, ${stamp.split(" · ")[0]}: ${exhibit.title}`;
  return { ...picture, image: { key: imageKey(exhibit.code, at), width: shown.width, height: shown.height, alt } };
}

/** What stands under a picture: how it is to be read; the particulars of the exhibit stand above. */
function caption(exhibit: SnapshotExhibit, shown: PreparedPage): string {
  const masked = maskOf(shown);
  if (masked !== null)
    return `Masked copy; what is black was covered by us. SHA-256 of the copy ${shortHash(masked)}…; original kept.`;
  return `SHA-256 of the original ${shortHash(exhibit.files[0]?.sha256)}…`;
}

const maskOf = (page: PreparedPage): string | null => (page.kind === "not_shown" ? null : (page.masked ?? null));

/** True when a page is shown as a masked copy: the original then stays where it is. */
function isMasked({ pages }: PreparedExhibit): boolean {
  return pages.some((page) => maskOf(page) !== null);
}

function headRows(given: Given, exhibit: SnapshotExhibit, prepared: PreparedExhibit): Row[] {
  const { home } = given.snapshot.zones;
  const last = exhibit.custody.at(-1);
  const captured = exhibit.capturedAt
    ? `${onWall(exhibit.capturedAt, home)} (${utc(exhibit.capturedAt)})`
    : "time not recorded";
  const how = [
    within(orNot(exhibit.method, "method not recorded")),
    exhibit.collector && `by ${person(exhibit.collector)}`,
    exhibit.device && `on ${device(exhibit.device)}`,
  ];
  const image = pageText(exhibit, prepared);
  const translated = translationText(exhibit);
  const looks = looksText(given.snapshot.addresses, exhibit.code, home);
  return [
    labelled("Shows", spanText(exhibit.shows) || "not linked to an incident"),
    labelled(
      "Captured",
      `${captured}, ${how.filter(Boolean).join(", ")}${exhibit.received ? `. Received ${exhibit.received}` : ""}`,
    ),
    ...(looks ? [labelled("Looked again", looks)] : []),
    labelled("File", [
      ...fileText(exhibit),
      last ? `. ${countOf(exhibit.custody.length, "custody event")}` : "",
      `. Full values: page `,
      pageOf("annex-a"),
    ]),
    labelled("Original", originalText(exhibit, prepared)),
    ...(image ? [labelled("Pages", image)] : []),
    ...(translated ? [labelled("Translation", translated)] : []),
    ...(exhibit.spoken ? [labelled("Transcript", spokenText(exhibit.spoken))] : []),
    ...wordRows(prepared.transcript ?? null),
  ];
}

function fileText({ files }: SnapshotExhibit): Inline[] {
  return files.flatMap((file, i): Inline[] => [
    ...(i > 0 ? ["; "] : []),
    mono(file.name),
    ` ${file.kind}, ${file.bytes} bytes, SHA-256 ${shortHash(file.sha256)}…`,
  ]);
}

function wordRows(transcript: Transcript | null): Row[] {
  if (!transcript) return [];
  const masked = maskedOnCover(transcript);
  return [labelled("Words", wordsText(transcript)), ...(masked ? [labelled("Covered words", masked)] : [])];
}

function pageText(exhibit: SnapshotExhibit, prepared: PreparedExhibit): string {
  const hidden = prepared.pages.flatMap((page) => (page.kind === "not_shown" ? [page.reason] : []));
  const parts = [
    exhibit.pageNote ?? "",
    isMasked(prepared) ? "What is black was covered by us on a copy" : "",
    hidden.length > 0 ? `Not shown: ${[...new Set(hidden)].join(" ")}` : "",
    prepared.pages.length === 0 && !exhibit.pageNote ? noPages(prepared) : "",
  ];
  return parts.filter(Boolean).join(". ");
}

const noPages = ({ transcript }: PreparedExhibit): string =>
  transcript ? "none: the file is text, and its words are printed" : "none could be made from this file";

/** How the original travels; null if the exhibit was not prepared. A file over the limit travels next to the PDF. */
export function travelOf({ travel, original }: PreparedExhibit): OriginalTravel["how"] | null {
  if (travel && travel.how !== "inside") return travel.how;
  if (!original) return null;
  return original.size <= attachLimit ? "inside" : "beside";
}

export const travelsInside = (prepared: PreparedExhibit): boolean => travelOf(prepared) === "inside";

function originalText(exhibit: SnapshotExhibit, prepared: PreparedExhibit): string {
  const how = travelOf(prepared);
  if (how === "inside") return `attached to this PDF as ${attachedName(prepared)}`;
  if (how === "sealed" || (how === null && exhibit.sealed))
    return `sealed (${prepared.travel?.why ?? exhibit.sealedWhy ?? "see the annex"}): ${sealedText(exhibit)}`;
  if (how === "held") return `kept; it does not travel with this packet: ${prepared.travel?.why}. Ask us for it`;
  if (how === null) return "kept; it does not travel with this packet";
  const size = prepared.original && prepared.original.size > attachLimit ? "larger than 25 MB: " : "";
  const active = prepared.travel?.why
    ? `. It ${prepared.travel.why}. Open it on a machine without a network: whoever sent it may learn when and where it is read. It was sent along because: ${exhibit.sentActive ?? "no reason is on record"}`
    : "";
  return `${size}travels beside this PDF, in the folder of originals${active}`;
}

const inPerson = "shown in person to an officer or prosecutor who signs for it";

/** Where a sealed original can be read. */
function sealedText({ inAnnex }: SnapshotExhibit): string {
  if (inAnnex?.as) return `it lies in the sealed annex as ${inAnnex.as}; without the annex ${inPerson}`;
  return inAnnex?.why ? `${inPerson}; it is not in the sealed annex: ${inAnnex.why}` : inPerson;
}

/** The name inside the PDF: the exhibit's number and the kind of file, never a name that a person chose. */
export function attachedName(prepared: PreparedExhibit): string {
  const kind = /\.[a-z0-9]{1,8}$/i.exec(prepared.original?.name ?? "")?.[0]?.toLowerCase() ?? ".bin";
  return `${prepared.label.toLowerCase()}-original${kind}`;
}

/** The name inside the PDF of the replacement for an original that stays. */
export const copyName = (code: string): string => `${code.toLowerCase()}-plain.txt`;
