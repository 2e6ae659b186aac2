import type { ChainBreak, ChainProblem } from "@/lib/kernel/audit/types";
import type { AnchorLine, AnchorRow, OutsideAnchor } from "./types";

/**
 * A head is anchored after this much time or this many entries since the last anchor, whichever comes first. The worker
 * checks every five minutes, so no entry waits an hour.
 */
export const anchorEvery = { minutes: 45, entries: 500 };

/** A log that got its first anchor later than this was without one when it should have had it. */
const firstWithin = { entries: 2 * anchorEvery.entries, hours: 24 };

type Last = { seq: number; madeAt: Date } | null;

/** True if the head at `seq` must be anchored now. A log without new entries needs no new anchor. */
export function isAnchorDue(seq: number, last: Last, now: Date): boolean {
  if (seq <= (last?.seq ?? 0)) return false;
  if (!last || seq - last.seq >= anchorEvery.entries) return true;
  return now.getTime() - last.madeAt.getTime() >= anchorEvery.minutes * 60_000;
}

/** The key of an anchor in the bucket, next to its tokens. No clean-up job touches this prefix. */
export const anchorKey = ({ organisation, seq, token }: AnchorLine): string =>
  `anchors/${organisation}/${String(seq).padStart(12, "0")}${token ? "-token" : ""}`;

/** The text that the signature of an anchor is over. */
export const signedText = ({ organisation, seq, hash, at, madeAt, begins }: AnchorLine): string =>
  ["crossdocket-anchor-v1", organisation, seq, hash, at, madeAt, ...(begins ? ["begins"] : [])].join("|");

/** The entry at which the anchors of a log were restarted; 0 if they never were. */
export const beginOf = (outside: readonly OutsideAnchor[]): number =>
  outside.reduce((last, { begins, signed, seq }) => (begins && signed === "ours" ? Math.max(last, seq) : last), 0);

/** The first of them; infinity for none. A log has more anchors than a function can take arguments. */
const firstOf = (of: readonly { seq: number }[]): number =>
  of.reduce((least, { seq }) => Math.min(least, seq), Infinity);

/**
 * Compares the outside records with the table, in both directions. A record missing on either side, or not signed by
 * us, is a break; the first of each kind is reported.
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

/** Both times are the database's: after a hidden restart, the log is older than its first anchor. */
function isLateStart({ seq, at }: OutsideAnchor, firstAt: string | null): boolean {
  const hours = firstAt ? (Date.parse(at) - Date.parse(`${firstAt}Z`)) / 3_600_000 : 0;
  return seq > firstWithin.entries || hours > firstWithin.hours;
}
