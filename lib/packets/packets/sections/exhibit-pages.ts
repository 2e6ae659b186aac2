import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { type Inline, mono, newLine } from "@/lib/platform/pdf/rich-text";
import {
  attachLimit,
  type OriginalTravel,
  type PreparedExhibit,
  type PreparedPage,
  type SnapshotExhibit,
  type Transcript,
} from "../snapshot/snapshot";
import { person } from "./custody-words";
import { type Given, orNot, particulars, type Section } from "./section";
import { labelled } from "./source-column";
import { maskedOnCover, transcriptBlocks, wordsText } from "./transcript";
import { grouped, onWall, shortHash, spanText, utc } from "./words";

/** The exhibits: a cover for each, then its pages, each with its label. */
export const exhibitPages: Section = {
  id: "exhibit-pages",
  build: (given) => given.snapshot.exhibits.flatMap((exhibit) => oneExhibit(given, exhibit)),
};

function preparedOf(given: Given, code: string): PreparedExhibit {
  return given.exhibits.find((exhibit) => exhibit.label === code) ?? { label: code, pages: [] };
}

/** Names of images and attachments: one key for each page, the same in every run. */
export function imageKey(code: string, page: number): string {
  return `${code}/${page}`;
}

function oneExhibit(given: Given, exhibit: SnapshotExhibit): Block[] {
  const prepared = preparedOf(given, exhibit.code);
  const { packet } = given.snapshot;
  const served = `${packet.no} v${packet.version}`;
  return [
    {
      b: "exhibit",
      label: exhibit.code,
      title: exhibit.title,
      anchor: exhibit.code,
      name: `Exhibit ${exhibit.code}`,
      stamp: `cover · ${served}`,
    },
    particulars(coverRows(given, exhibit, prepared), 46),
    ...prepared.pages.map((page, i): Block => {
      const alt = `Exhibit ${exhibit.code}, page ${i + 1} of ${prepared.pages.length}: ${exhibit.title}`;
      const image =
        page.kind === "not_shown"
          ? null
          : { key: imageKey(exhibit.code, i), width: page.width, height: page.height, alt };
      return {
        b: "exhibitPage",
        label: exhibit.code,
        stamp: `page ${i + 1} of ${prepared.pages.length} · ${served}`,
        image,
        caption: caption(exhibit, page),
        ...(page.kind === "not_shown" ? { reason: `This page is not shown. ${page.reason}` } : {}),
      };
    }),
    ...transcriptBlocks(exhibit, prepared),
  ];
}

function caption(exhibit: SnapshotExhibit, page: PreparedPage): string {
  const captured = exhibit.capturedAt ? ` Captured ${utc(exhibit.capturedAt)}` : " Time of capture not recorded";
  const by = exhibit.collector ? ` by ${person(exhibit.collector)}` : "";
  const original = `SHA-256 of the original ${shortHash(exhibit.files[0]?.sha256)}…`;
  const masked = maskOf(page);
  if (masked === null) return `${exhibit.title}.${captured}${by}. ${original} Full value: Annex A.`;
  const copy = `Masked copy, original kept. SHA-256 of the copy ${shortHash(masked)}…`;
  return `${exhibit.title}.${captured}${by}. ${copy}; ${original} Full values: Annex A.`;
}

const maskOf = (page: PreparedPage): string | null => (page.kind === "not_shown" ? null : (page.masked ?? null));

/** True when a page is shown as a masked copy: the original then stays where it is. */
function isMasked({ pages }: PreparedExhibit): boolean {
  return pages.some((page) => maskOf(page) !== null);
}

function coverRows(given: Given, exhibit: SnapshotExhibit, prepared: PreparedExhibit): Row[] {
  const { home } = given.snapshot.zones;
  const last = exhibit.custody.at(-1);
  const captured = exhibit.capturedAt
    ? `${onWall(exhibit.capturedAt, home)} (${utc(exhibit.capturedAt)})`
    : "not recorded";
  const numbered = (i: number) => (exhibit.files.length > 1 ? `${i + 1}. ` : "");
  const lines = (make: (file: SnapshotExhibit["files"][number], i: number) => Inline[]): Inline[] =>
    exhibit.files.flatMap((file, i) => [...(i > 0 ? [newLine] : []), ...make(file, i)]);
  return [
    labelled("Shows", spanText(exhibit.shows) || "not linked to an incident"),
    labelled("Captured", captured),
    labelled("How", orNot(exhibit.method)),
    labelled("By, on", `${orNot(exhibit.collector)}; ${orNot(exhibit.device, "device not recorded")}`),
    labelled("Received", orNot(exhibit.received)),
    labelled(
      "Files",
      lines((file, i) => [numbered(i), mono(file.name), ` ${file.kind}, ${file.bytes} bytes`]),
    ),
    labelled(
      "SHA-256",
      lines((file, i) => [numbered(i), mono(grouped(file.sha256))]),
    ),
    labelled(
      "Custody",
      last
        ? [`${exhibit.custody.length} events; last: ${last.action}. Chain hash `, mono(shortHash(last.hash))]
        : "no event recorded",
    ),
    labelled("Page image", pageText(exhibit, prepared)),
    labelled("Original", originalText(exhibit, prepared)),
    labelled("Language", orNot(exhibit.language)),
    ...wordRows(prepared.transcript ?? null),
    labelled("Pages", pagesText(prepared)),
  ];
}

function wordRows(transcript: Transcript | null): Row[] {
  if (!transcript) return [];
  const masked = maskedOnCover(transcript);
  return [labelled("Words", wordsText(transcript)), ...(masked ? [labelled("Covered words", masked)] : [])];
}

function pagesText({ pages, transcript }: PreparedExhibit): string {
  const count = pages.length;
  if (count > 0) return `${count}, ${count === 1 ? "follows" : "follow"}`;
  return transcript ? "its words follow" : "none; this cover stands for the exhibit";
}

function pageText(exhibit: SnapshotExhibit, prepared: PreparedExhibit): string {
  const hidden = prepared.pages.flatMap((page) => (page.kind === "not_shown" ? [page.reason] : []));
  const shown = prepared.pages.length - hidden.length;
  const parts = [
    exhibit.pageNote ?? "",
    shown > 0 && !exhibit.pageNote ? "reduced to fit the page" : "",
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
