import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { trustedRoots } from "@/lib/platform/tsa/authorities";
import { checkToken } from "@/lib/platform/tsa/check-token";
import type { Trusted } from "@/lib/platform/tsa/path";
import { TokenRefused } from "@/lib/platform/tsa/problems";
import { firstHash, hashEntry } from "./hash-entry";
import { readChain, readHead } from "./read-chain";
import { isLate } from "./rules";
import type { AnchorsOf, ChainProblem, ChainReport, ChainRow, RecordsOf } from "./types";

type Options = {
  anchors?: AnchorsOf;
  records?: RecordsOf;
  /** Starts after an entry that is known to be valid. */
  from?: { seq: number; hash: Buffer };
  onProgress?: (entries: number) => void;
};

/** Times of entries that waited for each other may differ by a moment in chains of earlier releases. */
const clockSlackMs = 5_000;

type Outside = { anchors: AnchorsOf; records: RecordsOf; anchoredTo: number };

type Walk = ChainReport & {
  seq: number;
  hash: Buffer;
  at: number;
  /** When the last anchored entry was written. */
  anchoredAt: string | null;
  trusted: Trusted | null;
};

/**
 * Verifies the chain of an organisation and names the first entry that fails: changed, removed, inserted, moved, cut
 * off, or different from what was anchored. It does not trust any hash in the database.
 * @param ctx the role `service`
 */
export async function verifyChain(ctx: Ctx, options: Options = {}): Promise<ChainReport> {
  const { anchors = new Map(), records = new Map(), from } = options;
  const outside = { anchors, records, anchoredTo: lastOf(anchors.keys(), from?.seq) };
  const walk: Walk = {
    orgId: ctx.orgId,
    entries: 0,
    anchors: 0,
    tokens: 0,
    clockBack: null,
    firstAt: null,
    unanchored: null,
    broken: null,
    breaks: 0,
    seq: from?.seq ?? 0,
    hash: from?.hash ?? firstHash(ctx.orgId),
    at: 0,
    anchoredAt: null,
    trusted: await trustedRoots().catch(() => null),
  };
  await walkOn(ctx, walk, outside, options);
  await checkEnd(ctx, walk, outside, options);
  const { seq: _seq, hash: _hash, at: _at, anchoredAt: _anchoredAt, trusted: _trusted, ...report } = walk;
  return report;
}

const lastOf = (numbers: Iterable<number>, least = 0): number => {
  let last = least;
  for (const seq of numbers) last = Math.max(last, seq);
  return last;
};

async function walkOn(ctx: Ctx, walk: Walk, outside: Outside, options: Options): Promise<void> {
  for await (const rows of readChain(ctx, walk.seq)) {
    for (const row of rows) {
      const problem = findProblem(walk, row) ?? checkAnchors(walk, row, outside) ?? checkRecords(row, outside);
      if (problem) note(walk, problem === "missing" ? walk.seq + 1 : row.seq, problem);
      if (row.seq === 1) walk.firstAt = row.at;
      noteClock(walk, row);
      noteUnanchored(walk, row, outside);
      walk.seq = row.seq;
      walk.hash = row.hash;
      walk.entries += 1;
    }
    options.onProgress?.(walk.entries);
  }
}

function findProblem(walk: Walk, row: ChainRow): ChainProblem | null {
  if (row.seq !== walk.seq + 1) return "missing";
  if (!row.previous.equals(walk.hash)) return "order";
  return hashEntry(row).equals(row.hash) ? null : "changed";
}

/** The outside record shows what the entry was, whatever the chain says now. */
function checkAnchors(walk: Walk, row: ChainRow, { anchors }: Outside): ChainProblem | null {
  const hash = row.hash.toString("hex");
  for (const anchor of anchors.get(row.seq) ?? []) {
    if (anchor.hash !== hash) return "rewritten";
    walk.anchors += 1;
    for (const token of anchor.tokens) {
      if (!walk.trusted) continue;
      if (!holds(token, hash, walk.trusted)) return "token";
      walk.tokens += 1;
    }
  }
  return null;
}

/** The same for the head records: they reach closer to the end than the anchors. */
function checkRecords({ seq, hash }: ChainRow, { records }: Outside): ChainProblem | null {
  const known = records.get(seq);
  return known?.some((value) => value !== hash.toString("hex")) ? "record_differs" : null;
}

function noteUnanchored(walk: Walk, { seq, at }: ChainRow, { records, anchoredTo }: Outside): void {
  if (seq === anchoredTo) walk.anchoredAt = at;
  if (seq <= anchoredTo) return;
  walk.unanchored ??= { entries: 0, since: at, recorded: 0, late: false };
  walk.unanchored.entries += 1;
  // A head record of one entry covers all before it.
  if (records.has(seq)) walk.unanchored.recorded = walk.unanchored.entries;
}

function holds(token: Buffer, sha256: string, trusted: Trusted): boolean {
  try {
    return checkToken(token, { sha256, trusted }) !== undefined;
  } catch (error) {
    if (error instanceof TokenRefused) return false;
    throw error;
  }
}

function noteClock(walk: Walk, { seq, at }: ChainRow): void {
  const now = Date.parse(`${at}Z`);
  const back = walk.at - now;
  if (!walk.clockBack && back > clockSlackMs) walk.clockBack = { seq, seconds: Math.round(back / 1000) };
  walk.at = now;
}

/** The end of the chain. Entries appended meanwhile are verified as well. */
async function checkEnd(ctx: Ctx, walk: Walk, outside: Outside, options: Options): Promise<void> {
  const { head, last, now } = await readHead(ctx);
  if (last > walk.seq) {
    await walkOn(ctx, walk, outside, options);
    return checkEnd(ctx, walk, outside, options);
  }
  if (walk.unanchored) walk.unanchored.late = isLate(walk.unanchored.since, walk.anchoredAt, now);
  const beyond = [...outside.anchors.keys()].filter((seq) => seq > walk.seq);
  if (beyond.length > 0) return note(walk, walk.seq + 1, "anchor_cut");
  const recorded = [...outside.records.keys()].filter((seq) => seq > walk.seq);
  if (recorded.length > 0) return note(walk, walk.seq + 1, "record_cut");
  if (head && head.seq > walk.seq) return note(walk, walk.seq + 1, "cut");
  const right = head ? head.seq === walk.seq && head.hash.equals(walk.hash) : walk.seq === 0;
  if (!right) note(walk, walk.seq, "head");
}

/** Reports the first problem and counts the rest: after a break the walk continues from the stored values. */
function note(walk: Walk, seq: number, problem: ChainProblem): void {
  walk.broken ??= { orgId: walk.orgId, seq, problem };
  walk.breaks += 1;
}
