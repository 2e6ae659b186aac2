import { FoldedText } from "@/lib/platform/text/fold-text";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { instantOnWall } from "@/lib/platform/time/zone";
import { timelineGroups } from "./labels";
import type { SourceRow, TimelineFilter } from "./types";

/** The place in the order of a day without a time: when it was recorded, if that was the same day; else its noon. */
export function onDay(day: CivilDate, recordedAt: Date, zone: string): Date {
  if (civilDate(recordedAt, zone) === day) return recordedAt;
  return instantOnWall(`${day}T12:00`, zone) ?? recordedAt;
}

/** Newest first; of one moment, in an order that stays. */
export function byNewest(a: SourceRow, b: SourceRow): number {
  return b.at.getTime() - a.at.getTime() || b.key.localeCompare(a.key);
}

/** Whether a line is asked for. `zone`: in whose calendar the days are meant. */
export function fits(row: SourceRow, filter: TimelineFilter, zone: string): boolean {
  const { what, account, platform, person, from, to, words } = filter;
  const kinds = what === undefined ? null : timelineGroups[what]?.kinds;
  if (kinds && !kinds.includes(row.kind)) return false;
  if (account && row.accountId !== account) return false;
  if (platform && row.platform !== platform) return false;
  if (person && person !== `by:${row.byId}` && person !== `with:${row.party}`) return false;
  const day = row.day ?? civilDate(row.at, zone);
  if ((from && day < from) || (to && day > to)) return false;
  return !words || hasWords(`${row.title} ${row.words() ?? ""}`, words);
}

const fold = (text: string): string => new FoldedText(text).cased.toLowerCase();

/** Every word is there, whatever its case and accents. */
function hasWords(text: string, words: string): boolean {
  const folded = fold(text);
  return fold(words)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => folded.includes(word));
}
