import { archiveNotes } from "@/lib/evidence/archives/labels";
import { mailNoteWords } from "@/lib/evidence/exhibits/labels";
import { hideWords } from "@/lib/evidence/redactions/hide-words";
import { coverMakers, describeCover } from "@/lib/evidence/redactions/labels";
import type { WordCover } from "@/lib/evidence/redactions/types";
import type { Span } from "@/lib/platform/text/phrases";
import type { Chat, ChatRow } from "../snapshot/chats";
import type { Secret } from "../snapshot/leaks";
import { coverOf, type MaskedText, wordMasker } from "../snapshot/mask-words";
import type { Transcript } from "../snapshot/snapshot";
import { WordsRead } from "../snapshot/snapshot-words";

const mostLines = 400;
/** The longest line that is printed whole, in characters. */
const longestLine = 4000;

/** What a person covered in an exhibit. `reading`: the file with the extracted text. */
export type Hiding = { covers: readonly WordCover[]; reading: string | null };

/**
 * The text of an exhibit for print, covering first what a person chose, then the client's own values. A parsed chat
 * takes precedence over text extracted from its file. Null if there is no text.
 */
export function makeTranscript(
  chat: Chat | null,
  read: unknown,
  secrets: readonly Secret[],
  { covers, reading }: Hiding = { covers: [], reading: null },
): Transcript | null {
  const mask = wordMasker(secrets);
  const covered = new Set<string>();
  const times = new Map<string, number>();
  const own = (text: string): string => {
    const masked = mask(text);
    for (const kind of masked.covered) covered.add(kind);
    return masked.text;
  };
  const isChat = chat !== null && chat.rows.length > 0;
  const now = isChat ? chat.reading : reading;
  const hide = (text: string, placeOf: PlaceOf, printed = Number.POSITIVE_INFINITY): Hidden => {
    const { hits, ...hidden } = hideWords(text, covers, ({ place, reading: then }, span) => {
      // In another reading the number may refer to other words: then they are covered everywhere.
      if (place === null || then !== now) return true;
      const found = placeOf(span);
      return found !== null && found.first <= place && place <= found.last;
    });
    for (const { cover, ...span } of hits)
      if ((placeOf(span)?.first ?? 0) <= printed) times.set(cover.id, (times.get(cover.id) ?? 0) + 1);
    return hidden;
  };
  const isHidden = (message: string, left: string): boolean => left !== message && isBare(mask(left));
  const safe: Safe = { own, hide, isHidden, whole: (text) => own(hide(text, beside).text) };
  const made = isChat ? ofChat(chat, safe) : ofText(read, safe);
  if (!made) return null;
  return {
    ...made,
    covered: [...covered].toSorted(),
    masked: maskedOf(covers, times),
    covers: covers.map(({ id }) => id),
  };
}

/** The first and last message or line of a match; null for the text around them. */
type PlaceOf = (span: Span) => { first: number; last: number } | null;
const beside: PlaceOf = () => null;

/** A text after covering: with marks in place of the covered words, and with nothing in their place. */
type Hidden = { text: string; left: string };

/**
 * `hide` covers what a person chose, `own` the client's own values, `whole` both. `printed`: the last printed line;
 * later ones are not counted. `isHidden`: a person covered words in it, and the remainder carries no meaning.
 */
type Safe = {
  hide: (text: string, placeOf: PlaceOf, printed?: number) => Hidden;
  isHidden: (message: string, left: string) => boolean;
  own: (text: string) => string;
  whole: (text: string) => string;
};
type Made = Omit<Transcript, "covered" | "masked" | "covers">;

/** One line per reason and role, with how often it occurs in the transcript. */
function maskedOf(covers: readonly WordCover[], times: ReadonlyMap<string, number>): Transcript["masked"] {
  const lines = new Map<string, Transcript["masked"][number]>();
  for (const cover of covers) {
    const line = {
      says: describeCover(cover),
      why: cover.kind === "other" ? null : cover.reason,
      by: cover.by ? coverMakers[cover.by] : "a former colleague",
    };
    const key = JSON.stringify(line);
    lines.set(key, { ...line, times: (lines.get(key)?.times ?? 0) + (times.get(cover.id) ?? 0) });
  }
  return [...lines.values()].filter((line) => line.times > 0);
}

/** Only marks of our own. A text that looks like a mark and was written by somebody is theirs. */
function isBare({ text, covered }: MaskedText): boolean {
  const left = covered.reduce((now, kind) => now.replaceAll(coverOf(kind), ""), text);
  return !/[\p{L}\p{N}]/u.test(left);
}

function ofChat({ zone, total, rows }: Chat, safe: Safe): Made {
  return {
    of: "chat",
    zone,
    headers: [],
    hops: [],
    notes: [],
    rows: rows.map((row) => {
      const { no } = row;
      const words = row.words ?? "";
      const { text, left } = safe.hide(words, () => ({ first: no, last: no }));
      return {
        no,
        at: row.at,
        stamp: row.stamp,
        by: writerOf(row, safe),
        words: saidIn(row, safe.own(text)),
        incident: row.incident,
        hidden: safe.isHidden(words, left),
      };
    }),
    attachments: [],
    total,
    cut: rows.length < total,
  };
}

function writerOf({ by }: ChatRow, safe: Safe): string | null {
  if (by === null) return null;
  if (by.isClient) return "Client";
  const name = safe.whole(by.name);
  return by.account ? `${by.account}, ${name}` : name;
}

const otherKinds = {
  media: "a picture, film or recording",
  call: "a call",
  deleted: "a message that was deleted",
  system: "a note of the app",
} as const;

/** The message text, or a placeholder if there is none. File names are not printed: they may name a person. */
function saidIn({ kind }: ChatRow, message: string): string {
  if (kind === "text") return message;
  return [`[${otherKinds[kind]}]`, message].filter(Boolean).join(" ");
}

function ofText(read: unknown, safe: Safe): Made | null {
  const text = WordsRead.safeParse(read).data;
  if (!text || (text.headers.length === 0 && text.lines.length === 0)) return null;
  const { headers, lines, attachments, mail, archive } = text;
  const shown = lines.slice(0, mostLines);
  // Some lines more, so that nothing that runs over the last one passes by in halves.
  const near = lines.slice(0, mostLines + 5);
  // Covered first and cut then, so that no value is cut in two and passes by in halves.
  const { lines: words, left } = safeLines(near, safe, shown.length);
  return {
    of: headers.length > 0 ? "mail" : "text",
    zone: null,
    headers: headers.map(({ name, value }) => ({ name: safe.whole(name), value: shortLine(safe.whole(value)) })),
    hops: (mail?.hops ?? []).map((hop) => hopOf(hop, safe)),
    notes: [...archiveNotes(archive), ...(mail?.notes ?? []).map(mailNoteWords)].map((note) => safe.whole(note)),
    rows: words.slice(0, shown.length).map((line, i) => ({
      no: i + 1,
      at: null,
      stamp: null,
      by: null,
      words: shortLine(line),
      incident: null,
      hidden: safe.isHidden(lines[i] ?? "", left[i] ?? ""),
    })),
    attachments: attachments.map(({ name, mime, size, sha256 = null }) => {
      return { name: safe.whole(name), mime: safe.whole(mime), bytes: size, sha256 };
    }),
    total: lines.length,
    cut: text.cut || shown.length < lines.length || shown.some((line) => line.length > longestLine),
  };
}

type Hop = NonNullable<WordsRead["mail"]>["hops"][number];

/** The time in UTC if the server's line names an instant, otherwise as written. */
function hopOf({ claimed, seenIp, seenName, by, at, atUtc }: Hop, safe: Safe): Made["hops"][number] {
  const maybe = (text: string | null) => (text === null ? null : safe.whole(text));
  const seen = seenIp === null ? null : [seenIp, seenName && `(${seenName})`].filter(Boolean).join(" ");
  const when = atUtc === null ? maybe(at) : `${atUtc.slice(0, 10)} ${atUtc.slice(11, 19)} UTC`;
  return { at: when, by: maybe(by), seen: maybe(seen), claimed: maybe(claimed) };
}

const shortLine = (line: string): string =>
  line.length > longestLine ? `${line.slice(0, longestLine).replace(/[\uD800-\uDBFF]$/, "")} […]` : line;

/** All lines together, since a value may cross a line end; one by one if covering all would lose the lines. */
function safeLines(
  lines: readonly string[],
  { hide, own }: Safe,
  printed: number,
): { lines: string[]; left: string[] } {
  const joined = lines.join("\n");
  let next = 0;
  const starts = lines.map((line) => {
    const start = next;
    next += line.length + 1;
    return start;
  });
  const lineOf = (at: number) => starts.filter((start) => start <= at).length;
  const { text, left } = hide(joined, ({ from, to }) => ({ first: lineOf(from), last: lineOf(to - 1) }), printed);
  const together = own(text).split("\n");
  return { lines: together.length === lines.length ? together : text.split("\n").map(own), left: left.split("\n") };
}
