import type { ChainBreak, ChainProblem } from "@/lib/kernel/audit/types";
import type { AnchorLine, AnchorRow, OutsideAnchor } from "./types";

/**
 * A head is anchored when so much time passed or so many entries came since the last anchor, whichever is first. The
 * worker looks every five minutes, so that no entry waits for an hour.
 */
export const anchorEvery = { minutes: 45, entries: 500 };

/** A log that got its first anchor later than this was without one when it should have had it. */
const firstWithin = { entries: 2 * anchorEvery.entries, hours: 24 };

type Last = { seq: number; madeAt: Date } | null;

/** True when the head at `seq` is to be anchored now. A log to which nothing came needs no new anchor. */
export function isAnchorDue(seq: number, last: Last, now: Date): boolean {
  if (seq <= (last?.seq ?? 0)) return false;
  if (!last || seq - last.seq >= anchorEvery.entries) return true;
  return now.getTime() - last.madeAt.getTime() >= anchorEvery.minutes * 60_000;
}

/** The key of an anchor in the bucket; tokens lie beside it. Nothing that tidies files looks there. */
export const anchorKey = ({ organisation, seq, token }: AnchorLine): string =>
  `anchors/${organisation}/${String(seq).padStart(12, "0")}${token ? "-token" : ""}`;

/** The text that the signature of an anchor is over. */
export const signedText = ({ organisation, seq, hash, at, madeAt, begins }: AnchorLine): string =>
  ["crossdocket-anchor-v1", organisation, seq, hash, at, madeAt, ...(begins ? ["begins"] : [])].join("|");

/** Where the anchors of a log begin that somebody began again; 0 for one that nobody touched. */
export const beginOf = (outside: readonly OutsideAnchor[]): number =>
  outside.reduce((last, { begins, signed, seq }) => (begins && signed === "ours" ? Math.max(last, seq) : last), 0);

/** The first of them; infinity for none. A log has more anchors than a function takes arguments. */
const firstOf = (of: readonly { seq: number }[]): number =>
  of.reduce((least, { seq }) => Math.min(least, seq), Infinity);

/**
 * Compares what lies outside with the table, in both directions. What is missing on either side, and what we did not
 * sign, is a break; of each kind the first is named.
 */
export function compareAnchors(
  { orgId, firstAt }: { orgId: string; firstAt: string | null },
  outside: readonly OutsideAnchor[],
  table: readonly AnchorRow[],
): ChainBreak[] {
  const begin = beginOf(outside);
  const filed = new Set(outside.filter(({ from }) => from === "file").map(({ seq }) => seq));
  const known = new Set(table.map(({ seq }) => seq));
  const all = [...outside, ...table];
  const current = <One extends { seq: number }>(of: readonly One[]) => of.filter(({ seq }) => seq >= begin);
  const ours = outside.filter(({ signed }) => signed === "ours");
  const least = firstOf(ours);
  const first = ours.find(({ seq }) => seq === least);
  const found: [ChainProblem, readonly { seq: number }[]][] = [
    ["anchor_forged", all.filter(({ signed }) => signed === "wrong")],
    ["anchor_unsigned", current(all).filter(({ signed }) => signed === "not")],
    ["anchors_missing", current(table).filter((row) => row.filed && !filed.has(row.seq))],
    ["anchors_removed", current(ours).filter(({ seq, begins }) => !begins && !known.has(seq))],
    ["anchored_late", first && begin === 0 && isLateStart(first, firstAt) ? [first] : []],
  ];
  return found.flatMap(([problem, at]) => {
    if (at.length === 0) return [];
    return [{ orgId, seq: firstOf(at), problem }];
  });
}

/** Both times are the database's: whoever begins again in secret leaves a log that is older than its first anchor. */
function isLateStart({ seq, at }: OutsideAnchor, firstAt: string | null): boolean {
  const hours = firstAt ? (Date.parse(at) - Date.parse(`${firstAt}Z`)) / 3_600_000 : 0;
  return seq > firstWithin.entries || hours > firstWithin.hours;
}
