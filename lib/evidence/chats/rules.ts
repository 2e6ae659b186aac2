import { asSought, wordGroups } from "@/lib/law/jurisdictions/common/danger-words";
import { type ChatProblem, chatProblems, type DateOrder, dateOrders } from "@/lib/platform/sandbox/chat-types";
import { addDays, type CivilDate, isCivilDate, weekdayOf } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { wallTime } from "@/lib/platform/time/zone";
import { markers } from "./labels";
import type { Bar, ChartBy, ClockMark, ImportView } from "./types";

/** The number of messages decrypted for a search. Our own default, kind D; the page says if there were more. */
export const searchCap = 20_000;

/** The bytes of encrypted words that one search decrypts and holds in memory: twenty thousand messages may be huge. */
export const searchBytes = 64 * 1024 * 1024;

export const openedBytes = 8 * 1024 * 1024;

/** Splits a list of sizes into batches of at most `most` in total; a larger item is a batch of its own. */
export function piecesWithin(most: number, sizes: readonly number[]): { count: number; size: number }[] {
  const pieces: { count: number; size: number }[] = [];
  for (const size of sizes) {
    const last = pieces.at(-1);
    if (!last || last.size + size > most) pieces.push({ count: 1, size });
    else Object.assign(last, { count: last.count + 1, size: last.size + size });
  }
  return pieces;
}

/** Minutes for which the words of an export stay expanded after a person requested them. Our own default, kind D. */
export const unfoldedMinutes = 60;

/** Minutes after which an unfinished reading counts as aborted; the sandbox itself has fifteen for it. */
const readingMinutes = 60;

/** True for a reading that started so long ago that its worker must have died. */
export function isBrokenOff(reading: { state: string; startedAt: Date }, now: Date): boolean {
  return reading.state === "reading" && now.getTime() - reading.startedAt.getTime() > readingMinutes * 60_000;
}

/** The number of incidents made at once; more would be made without review. */
export const pickedMax = 100;

/** One text column holds the problem and its details: `day_or_month_first 03/04/2021, 10:00`, `lines 1,3`. */
export function writeProblem(problem: ChatProblem | "lines" | null, detail: string | null): string | null {
  if (problem === null) return null;
  return detail === null ? problem : `${problem} ${detail}`;
}

export function readProblem(text: string | null): Pick<ImportView, "problem" | "detail"> {
  if (text === null) return { problem: null, detail: null };
  const space = text.indexOf(" ");
  const word = space === -1 ? text : text.slice(0, space);
  const known = word === "lines" ? "lines" : chatProblems.find((chatProblem) => chatProblem === word);
  return { problem: known ?? "unreadable", detail: space === -1 ? null : text.slice(space + 1) };
}

/** Names that differ in case, in marks of direction or in WhatsApp's `~` are one name. */
export function foldName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/^\s*~\s*/, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** What two exports of one message have in common, as text: the key of a case turns it into a fingerprint. */
export function sameness(message: {
  format: string;
  sender: string | null;
  sentAt: Date;
  kind: string;
  words: string;
}): string {
  const { format, sender, sentAt, kind, words } = message;
  // A phone writes seconds and another does not; a picture is named in one export and left out of another.
  const at = format === "whatsapp" ? Math.floor(sentAt.getTime() / 60_000) * 60_000 : sentAt.getTime();
  const description =
    kind === "text" || kind === "system"
      ? words
          .normalize("NFC")
          .replace(/[\u200e\u200f]/g, "")
          .trim()
      : "";
  return JSON.stringify([format, sender === null ? null : foldName(sender), at, kind, description]);
}

/** The ambiguity of a time written without a zone. Times with a zone are never ambiguous. */
export function clockMark(message: { format: string; sentAt: Date; zone: string; stamp: string }): ClockMark {
  const { format, sentAt, zone, stamp } = message;
  if (format !== "whatsapp") return null;
  const wall = wallTime(sentAt, zone);
  const read = /(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?:\D*)$/.exec(stamp);
  const hour = Number(wall.slice(11, 13));
  const minute = Number(wall.slice(14, 16));
  if (read && (Number(read[1]) % 12 !== hour % 12 || Number(read[2]) !== minute)) return "jumped_over";
  const again = [30, 60].some((minutes) => wallTime(new Date(sentAt.getTime() + minutes * 60_000), zone) === wall);
  return again ? "twice" : null;
}

export { dateOrders };

/** The date of three numbers in a given order, or null. A two-digit year is of this century. */
export function dayInOrder([a = "", b = "", c = ""]: readonly string[], order: DateOrder): CivilDate | null {
  const [year, month, day] = { dmy: [c, b, a], mdy: [c, a, b], ymd: [a, b, c] }[order];
  const full = `${year?.length === 2 ? "20" : ""}${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  return isCivilDate(full) ? full : null;
}

/** The same grouping as countMessages, for instants in memory. */
export function barsOf(times: readonly Date[], zone: string, by: ChartBy): Bar[] {
  const counts = new Map<string, number>();
  for (const time of times) {
    const day = civilDate(time, zone);
    const week = () => addDays(day, -((weekdayOf(day) + 6) % 7));
    const at = by === "hour" ? wallTime(time, zone).slice(11, 13) : by === "week" ? week() : day;
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return [...counts].map(([at, count]) => ({ at, count })).sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** The keys of the markers found in a text, in list order. */
export function markersIn(text: string): string[] {
  const plain = asSought(text);
  const found = wordGroups.filter(({ marks, pattern }) => marks && plain.search(pattern) >= 0).map(({ key }) => key);
  return markers.flatMap(({ key }) => (found.includes(key) ? [key] : []));
}

/** Where the encrypted parts are stored. */
export const messagePlace = (row: string, column: "words" | "media_name") => ({ table: "chat_messages", column, row });

export const findPlace = (row: string) => ({ table: "chat_imports", column: "find", row });

export const senderPlace = (row: string) => ({ table: "chat_senders", column: "name", row });
