import { formatterOf, partOf } from "@/lib/platform/time/formatter";
import { dayOf, listed, offsetOf } from "../words";

/** No zone changes its clock twice within a week. */
const step = 7 * 86_400_000;

/**
 * What the clock of a zone did, from the zone's own rules: `UTC+2 all year`, or `UTC−4, and UTC−5 from 1 Nov 2026`.
 * @param from @param to the first and the last instant in question
 */
export function clockRule(zone: string, from: string, to: string): string {
  const year = from.slice(0, 4);
  const all = offsetsBetween(
    zone,
    Date.parse(`${year}-01-01T00:00:00Z`),
    Date.parse(`${to.slice(0, 4)}-12-31T00:00:00Z`),
  );
  const first = all[0]?.offset ?? "UTC";
  if (all.length === 1) return `${first} all year`;
  const told = offsetsBetween(zone, Date.parse(from), Date.parse(to));
  const [start, ...changes] = told;
  if (changes.length === 0) return `${start?.offset ?? first} on all dates named here`;
  return `${start?.offset ?? first}, and ${listed(changes.map((change) => `${change.offset} from ${dayOf(change.at, zone)}`))}`;
}

/** The offsets of a zone in order, each with the minute from which it holds. */
function offsetsBetween(zone: string, from: number, to: number): { at: string; offset: string }[] {
  const found = [{ at: iso(from), offset: offsetOf(iso(from), zone) }];
  for (let at = from; at < to; at = Math.min(at + step, to)) {
    const next = Math.min(at + step, to);
    const offset = offsetOf(iso(next), zone);
    if (offset !== found.at(-1)?.offset) found.push({ at: iso(minuteOfChange(zone, at, next)), offset });
  }
  return found;
}

function minuteOfChange(zone: string, before: number, after: number): number {
  const old = offsetOf(iso(before), zone);
  let low = before;
  let high = after;
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 2);
    if (offsetOf(iso(middle), zone) === old) low = middle;
    else high = middle;
  }
  return high;
}

const iso = (at: number) => new Date(at).toISOString();

const generic = { timeZoneName: "longGeneric" } as const;

/** `Eastern Time`: the name of a zone valid in summer and in winter. */
export function plainZone(zone: string): string {
  return partOf(formatterOf(generic, zone, "en-US"), 0, "timeZoneName") ?? zone;
}
