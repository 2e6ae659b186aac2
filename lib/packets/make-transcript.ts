import { mailNoteWords } from "@/lib/evidence/labels";
import type { Transcript } from "./snapshot";
import { WordsRead } from "./snapshot-words";
import type { Chat, ChatRow } from "./taking/chats";
import type { Secret } from "./taking/leaks";
import { wordMasker } from "./taking/mask-words";

const mostLines = 400;
/** The longest line that is printed whole, in characters. */
const longestLine = 4000;

/**
 * The words of an exhibit for print, the client's own values covered. A chat that was read goes before what was read of
 * its file as text. Null when nothing was read of it.
 */
export function makeTranscript(chat: Chat | null, read: unknown, secrets: readonly Secret[]): Transcript | null {
  const mask = wordMasker(secrets);
  const covered = new Set<string>();
  const safe = (text: string): string => {
    const masked = mask(text);
    for (const kind of masked.covered) covered.add(kind);
    return masked.text;
  };
  const made = chat && chat.rows.length > 0 ? ofChat(chat, safe) : ofText(read, safe);
  return made && { ...made, covered: [...covered].toSorted() };
}

type Safe = (text: string) => string;
type Made = Omit<Transcript, "covered">;

function ofChat({ zone, total, rows }: Chat, safe: Safe): Made {
  return {
    of: "chat",
    zone,
    headers: [],
    hops: [],
    notes: [],
    rows: rows.map((row) => ({
      no: row.no,
      at: row.at,
      stamp: row.stamp,
      by: writerOf(row, safe),
      words: saidIn(row, safe),
      incident: row.incident,
    })),
    attachments: [],
    total,
    cut: rows.length < total,
  };
}

function writerOf({ by }: ChatRow, safe: Safe): string | null {
  if (by === null) return null;
  if (by.isClient) return "Client";
  const name = safe(by.name);
  return by.account ? `${by.account}, ${name}` : name;
}

const otherKinds = {
  media: "a picture, film or recording",
  call: "a call",
  deleted: "a message that was deleted",
  system: "a note of the app",
} as const;

/** What was said, or what stands where nothing was said. The name of a file is not ours to print: it may name somebody. */
function saidIn({ kind, words }: ChatRow, safe: Safe): string {
  const said = words === null ? "" : safe(words);
  if (kind === "text") return said;
  return [`[${otherKinds[kind]}]`, said].filter(Boolean).join(" ");
}

function ofText(read: unknown, safe: Safe): Made | null {
  const text = WordsRead.safeParse(read).data;
  if (!text || (text.headers.length === 0 && text.lines.length === 0)) return null;
  const { headers, lines, attachments, mail } = text;
  const shown = lines.slice(0, mostLines);
  // Covered first and cut then, so that no value is cut in two and passes by in halves.
  const words = safeLines(shown, safe).map(shortLine);
  return {
    of: headers.length > 0 ? "mail" : "text",
    zone: null,
    headers: headers.map(({ name, value }) => ({ name: safe(name), value: shortLine(safe(value)) })),
    hops: (mail?.hops ?? []).map((hop) => hopOf(hop, safe)),
    notes: (mail?.notes ?? []).map((note) => safe(mailNoteWords(note))),
    rows: words.map((line, i) => ({ no: i + 1, at: null, stamp: null, by: null, words: line, incident: null })),
    attachments: attachments.map(({ name, mime, size, sha256 = null }) => {
      return { name: safe(name), mime: safe(mime), bytes: size, sha256 };
    }),
    total: lines.length,
    cut: text.cut || shown.length < lines.length || shown.some((line) => line.length > longestLine),
  };
}

type Hop = NonNullable<WordsRead["mail"]>["hops"][number];

/** The time in UTC where the server's line names an instant, else as it was written. */
function hopOf({ claimed, seenIp, seenName, by, at, atUtc }: Hop, safe: Safe): Made["hops"][number] {
  const maybe = (text: string | null) => (text === null ? null : safe(text));
  const seen = seenIp === null ? null : [seenIp, seenName && `(${seenName})`].filter(Boolean).join(" ");
  const when = atUtc === null ? maybe(at) : `${atUtc.slice(0, 10)} ${atUtc.slice(11, 19)} UTC`;
  return { at: when, by: maybe(by), seen: maybe(seen), claimed: maybe(claimed) };
}

const shortLine = (line: string): string =>
  line.length > longestLine ? `${line.slice(0, longestLine).replace(/[\uD800-\uDBFF]$/, "")} […]` : line;

/** Together, since a value may run over the end of a line; one by one where covering all would lose the lines. */
function safeLines(lines: readonly string[], safe: Safe): string[] {
  const together = safe(lines.join("\n")).split("\n");
  return together.length === lines.length ? together : lines.map(safe);
}
