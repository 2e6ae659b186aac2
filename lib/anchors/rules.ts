import type { AnchorLine } from "./types";

/** A head is anchored when so much time passed or so many entries came since the last anchor, whichever is first. */
export const anchorEvery = { hours: 1, entries: 500 };

type Last = { seq: number; madeAt: Date } | null;

/** True when the head at `seq` is to be anchored now. A log to which nothing came needs no new anchor. */
export function isAnchorDue(seq: number, last: Last, now: Date): boolean {
  if (seq <= (last?.seq ?? 0)) return false;
  if (!last || seq - last.seq >= anchorEvery.entries) return true;
  return now.getTime() - last.madeAt.getTime() >= anchorEvery.hours * 3_600_000;
}

/** The key of an anchor in the bucket; tokens lie beside it. Nothing that tidies files looks there. */
export const anchorKey = ({ organisation, seq, token }: AnchorLine): string =>
  `anchors/${organisation}/${String(seq).padStart(12, "0")}${token ? "-token" : ""}`;
