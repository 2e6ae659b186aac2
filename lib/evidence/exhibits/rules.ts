import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { PlainText } from "@/lib/platform/sandbox/types";
import { kindsInWords, mimeLabels, problemSentences } from "./labels";
import {
  type CaptureMethod,
  type ExhibitFlag,
  type ExhibitGap,
  type ExhibitLook,
  type ExhibitNeed,
  type ExhibitView,
  exhibitGaps,
  type PacketShowing,
} from "./types";

/** The largest file taken as one exhibit: 512 MiB (security.md 3.6). */
export const maxExhibitBytes = 512 * 1024 * 1024;

/** More pages than this are not printed; the original then travels as an attachment. */
export const maxPrintedPages = 60;

/** Dots per inch of a PDF page that is rendered for print. */
export const printDpi = 150;

/** Capture methods that show a page on a screen, and those that export something from an account. */
export const onScreen: ReadonlySet<CaptureMethod> = new Set(["screenshot", "screen_recording", "page_save"]);
export const fromAccount: ReadonlySet<CaptureMethod> = new Set([...onScreen, "native_export"]);

/** Larger files are not analysed: their active content is unknown. */
const largestSearched = 25 * 1024 * 1024;

/** Pictures, films and sounds have no active content; their metadata is checked elsewhere. */
const inert = /^(image\/(?!svg)|video\/|audio\/)/;

/** Whether to analyse a file for active content: its kind can have some, and it is not too large. */
export function mayAct({ mime, size }: { mime: string; size: number }): boolean {
  return !inert.test(mime) && size > 0 && size <= largestSearched;
}

/** `E-01` for 1. Labels are assigned once per case and never reused. */
export function exhibitLabel(number: number): string {
  return `E-${String(number).padStart(2, "0")}`;
}

/** Whether a change of marks makes it easier to hand out an intimate original. */
export function isUnmarked(before: unknown, after: unknown): boolean {
  return before === "intimate" && after !== "intimate";
}

/** The facts that `exhibitFlagsOf` decides on. */
export type FlaggedFacts = {
  method: CaptureMethod;
  sourceUrl: string | null;
  platform: string | null;
  account: { platformId: string | null } | null;
  capturedAt: Date | null;
  capturedZone: string | null;
};

/**
 * What a screenshot lacks before a receiver can use it (domain 9: screenshots alone are the weakest kind of evidence).
 */
export function exhibitFlagsOf(facts: FlaggedFacts): ExhibitFlag[] {
  const flags: ExhibitFlag[] = [];
  if (onScreen.has(facts.method) && !facts.sourceUrl) flags.push("needs_url");
  if (fromAccount.has(facts.method) && !facts.account?.platformId) flags.push("needs_account_id");
  if (!facts.capturedAt || !facts.capturedZone) flags.push("needs_time");
  return flags;
}

/** For each exhibit with duplicate bytes in the same case: the label of the first with the same bytes. */
export function sameBytes(all: readonly { id: string; number: number; sha256: string }[]): Map<string, string> {
  const first = new Map<string, number>();
  for (const { number, sha256 } of all) first.set(sha256, Math.min(number, first.get(sha256) ?? number));
  return new Map(
    all.flatMap(({ id, number, sha256 }) => {
      const before = first.get(sha256) ?? number;
      return before < number ? [[id, exhibitLabel(before)] as const] : [];
    }),
  );
}

/** What still needs fixing on an exhibit; `duplicateOf` is the label of an earlier one with the same bytes. */
export function exhibitNeedsOf(
  exhibit: Pick<ExhibitView, "gaps">,
  duplicateOf: string | undefined,
  looksAlike: boolean,
): ExhibitNeed[] {
  const needs: ExhibitNeed[] = [...exhibit.gaps];
  if (needs.length > 0) needs.unshift("with_gaps");
  if (duplicateOf) needs.push("same_bytes");
  if (looksAlike) needs.push("looks_alike");
  return needs;
}

type GapFacts = {
  flags: readonly ExhibitFlag[];
  incidents: readonly unknown[];
  device: string | null;
  language: string | null;
  isTranslated: boolean;
};

/** What is missing of an exhibit and can be filled in, in the order of the chips. */
export function exhibitGapsOf({ flags, incidents, device, language, isTranslated }: GapFacts): ExhibitGap[] {
  const missing: Record<ExhibitGap, boolean> = {
    needs_time: flags.includes("needs_time"),
    needs_url: flags.includes("needs_url"),
    needs_account_id: flags.includes("needs_account_id"),
    no_incident: incidents.length === 0,
    no_device: !device,
    no_translation: isForeign(language) && !isTranslated,
  };
  return exhibitGaps.filter((gap) => missing[gap]);
}

/** A language was named, and it is not English, in which packets are read. */
const isForeign = (language: string | null): boolean => !!language && !/^en(glish)?\b/i.test(language);

/** A name that no system reads as a path, a command or another kind of file; never empty, at most 150 characters. */
export function safeFileName(name: string): string {
  const clean = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu, "")
    .replace(/[/\\:*?"<>|%]/g, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  if (clean === "" || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(clean)) return `file_${clean}`;
  return shorten(clean, 150);
}

/** The name under which a download is saved: `E-01_IMG 2231.jpg`. */
export function downloadName(number: number, originalName: string): string {
  return `${exhibitLabel(number)}_${safeFileName(originalName)}`;
}

/** The `Content-Disposition` of a download (RFC 6266, RFC 8187): a plain name for old clients, the true one in UTF-8. */
export function contentDisposition(name: string): string {
  const safe = safeFileName(name);
  const plain = safe.replace(/[^\x20-\x7e]/g, "_").replace(/["\\;]/g, "_");
  const encoded = encodeURIComponent(safe).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function shorten(name: string, length: number): string {
  const characters = [...name];
  if (characters.length <= length) return name;
  const dot = name.lastIndexOf(".");
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : "";
  return characters.slice(0, length - ending.length).join("") + ending;
}

/**
 * How an exhibit appears in a packet, and the sentence on its cover. A file that is not completely printed travels as
 * an attachment, unless it is a picture or over `attachLimit` bytes; one with a masked copy never travels.
 */
export function packetShowing(
  look: ExhibitLook | null,
  size: number,
  attachLimit: number,
  masked = false,
): PacketShowing {
  if (!look) return { shown: "cover_only", note: t("This file has not been inspected yet."), travels: null };
  const travels = masked ? null : travelsAs(look, size, attachLimit);
  if (look.kind === "pdf" && look.problem === "truncated" && look.pages) {
    return { shown: "pages", note: problemSentences.truncated, travels };
  }
  if (look.problem) return { shown: "cover_only", note: problemSentences[look.problem], travels };
  if (look.kind === "other") {
    const note = /^(audio|video)\//.test(look.mime) ? recordingNote : problemSentences.kind_not_shown;
    return { shown: "cover_only", note, travels };
  }
  if (look.kind === "eml" || look.kind === "text")
    return { shown: "text", note: isPageOrOffice(look) ? pageNote : textNotes[look.kind], travels };
  const left = unprinted(look);
  const shown = left || travels === "acts" ? travels : null;
  return { shown: "pages", note: left ?? animationNote(look), travels: shown };
}

function travelsAs({ mime, acts }: ExhibitLook, size: number, attachLimit: number): PacketShowing["travels"] {
  if (acts?.length) return "acts";
  if (mime.startsWith("image/")) return "stays";
  return size > attachLimit ? "too_large" : size === 0 ? null : "attached";
}

function unprinted({ kind, pages }: ExhibitLook): string | null {
  const isPaged = kind === "pdf" || kind === "tiff";
  if (!isPaged || !pages || pages <= maxPrintedPages) return null;
  return t("Pages {value} to {pages} are not printed.", { value: maxPrintedPages + 1, pages });
}

/** True if it can be shown as a picture: a picture, or a PDF with at least one page. */
export function hasPicture(look: ExhibitLook | null): boolean {
  if (!look || look.kind === "other" || look.kind === "eml" || look.kind === "text") return false;
  return look.problem === null || (look.kind === "pdf" && look.problem === "truncated" && (look.pages ?? 0) > 0);
}

const recordingNote = t("Sound and film are not printed; a transcript by hand is. It is kept as it was received.");

const pageNote = t("The file is kept as it was received; its words are shown. Nothing of it was run or loaded.");

const textNotes = labelTable(() => ({
  eml: t("The message is kept as it was received. Nothing that it links to was loaded."),
  text: t("The text is kept as it was received."),
}));

function animationNote(look: ExhibitLook): string | null {
  return isMoving(look) ? t("This picture moves. Only its first frame is printed.") : null;
}

/** True for an animation, whose frames are not pages: only the first is ever drawn. */
export function isMoving({ kind, pages }: ExhibitLook): boolean {
  return (kind === "gif" || kind === "webp" || kind === "png") && (pages ?? 1) > 1;
}

/** What the bytes may be under an ending that says something: `kind`, or the beginning of a media type. */
const endings: readonly (readonly [names: string, what: string])[] = [
  ["jpg jpeg jpe jfif", "jpeg"],
  ["png apng", "png"],
  ["webp", "webp"],
  ["gif", "gif"],
  ["tif tiff", "tiff"],
  ["pdf", "pdf"],
  ["eml", "eml text"],
  ["txt log csv json vcf ics md", "text eml other:text/ other:application/json"],
  ["htm html xhtml svg xml", "text other:text/ other:image/svg other:application/x"],
  ["heic heif avif", "other:image/"],
  ["mp4 m4v mov 3gp mkv webm avi mpg mpeg", "other:video/"],
  ["mp3 m4a aac ogg opus wav amr flac", "other:audio/ other:video/mp4 other:application/ogg"],
  [
    "zip docx xlsx pptx odt ods apk",
    "other:application/zip other:application/wacz other:application/vnd other:application/x-zip",
  ],
  ["wacz", "other:application/wacz"],
  ["warc", "other:application/warc"],
  ["doc xls ppt msg", "other:application/x-cfb other:application/vnd other:application/ms"],
];

/**
 * `Named .jpg, but it is a PDF document`, for a file whose extension does not match its bytes. Null if they match, or
 * if the extension is unknown. It is no reason to reject a file: phones misname them too.
 */
export function misnamedAs(originalName: string, look: ExhibitLook | null): string | null {
  const ending = /[^.]\.([a-z0-9]{2,5})$/i.exec(originalName.trim())?.[1]?.toLowerCase();
  if (!look?.kind || !ending || look.problem === "empty") return null;
  const known = endings.find(([names]) => names.split(" ").includes(ending));
  const isPlain = look.kind !== "other" && !isPageOrOffice(look);
  const itself = isPlain ? look.kind : `other:${look.mime}`;
  if (!known || known[1].split(" ").some((what) => itself.startsWith(what))) return null;
  return t("Named .{ending}, but it is {value}", {
    ending,
    value: isPlain && look.kind !== "other" ? kindsInWords[look.kind] : otherInWords(look.mime),
  });
}

/** The media type of a page that a browser saved as one file (MHTML). It is read as mails are. */
export const savedPageMime = "multipart/related";

const archived = new Set(["application/zip", "application/wacz", "application/warc"]);

/** A web page that was saved as one file, or an archive that may hold some: pictures of them may be drawn. */
export function isSavedPage(look: Pick<ExhibitLook, "kind" | "mime"> | null): boolean {
  if (look?.kind === "eml") return look.mime === savedPageMime;
  return look?.kind === "text" && (look.mime === "text/html" || archived.has(look.mime));
}

/** A saved web page, an archive or a document of an office program: shown as text, and never called plain text. */
const isPageOrOffice = ({ kind, mime }: Pick<ExhibitLook, "kind" | "mime">): boolean =>
  kind === "text" && /^(text\/html$|application\/(vnd\.|zip$|wacz$|warc$))/.test(mime);

const otherInWords = (mime: string): string =>
  mimeLabels.find(([begins]) => mime.startsWith(begins))?.[1] ?? "something else";

/**
 * True if two readings of one file show a person different words: in the text, a header or the name of an attachment.
 * Line breaks and the number of spaces between words do not matter.
 */
export function readsOtherwise(plainText: PlainText, other: PlainText): boolean {
  return allWordsOf(plainText) !== allWordsOf(other);
}

/** An earlier reading as lines: the headers and attachments that are no longer shown so, then its words. */
export function earlierLines(before: PlainText, now: PlainText): string[] {
  const shownNow = new Set([...headerLines(now), ...attachedLines(now)].map(evened));
  const isGone = (line: string) => !shownNow.has(evened(line));
  const headers = headerLines(before).filter(isGone);
  const attached = attachedLines(before).filter(isGone);
  return [headers, before.lines, attached]
    .filter((lines) => lines.length > 0)
    .flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));
}

function allWordsOf(text: PlainText): string {
  const attached = attachedLines(text).map(evened).sort();
  return [...headerLines(text).map(evened), evened(text.lines.join(" ")), ...attached, String(text.cut)].join("\n");
}

const headerLines = ({ headers }: PlainText) => headers.map(({ name, value }) => `${name}: ${value}`);
const attachedLines = ({ attachments }: PlainText) =>
  attachments.map(({ name, mime }) => `[Attached: ${name}, ${mime}]`);
const evened = (line: string) => line.replaceAll(/\s+/g, " ").trim();
