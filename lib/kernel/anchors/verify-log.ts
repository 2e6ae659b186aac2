import "server-only";
import { asc, eq } from "drizzle-orm";
import { auditAnchors } from "@/db/schema";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import type { ChainBreak, ChainReport } from "@/lib/kernel/audit/types";
import { verifyChain } from "@/lib/kernel/audit/verify-chain";
import { addHours } from "@/lib/platform/time/clock";
import { checkSignature, lineOf } from "./access";
import { type OutsideOf, readAnchors } from "./read-anchors";
import { readHeadRecords } from "./read-head-records";
import { beginOf, compareAnchors } from "./rules";
import type { AnchorRow, OutsideAnchor } from "./types";

export type LogReport = ChainReport & {
  /** What is wrong with what is kept beside the log: each kind once. */
  outside: ChainBreak[];
  /** At which entry somebody began the anchors again, and when. */
  begun: { seq: number; madeAt: string } | null;
};

type Options = {
  outside: OutsideOf | undefined;
  /** By which the signatures are checked, when not by our own. */
  publicPem?: string;
  onProgress?: (entries: number) => void;
};

/**
 * Walks the whole log of an organisation, holds it against its anchors and what was recorded after each command, and
 * compares the anchors outside with their table. What is missing is a break: nothing is taken on trust.
 * @param ctx the role `service`
 */
export async function verifyLog(ctx: Ctx, { outside, publicPem, onProgress }: Options): Promise<LogReport> {
  const lines = outside?.lines ?? [];
  const { records, forged } = await readHeadRecords(ctx.orgId);
  const chain = await verifyChain(ctx, { anchors: outside?.anchors ?? new Map(), records, onProgress });
  const found = await compare(ctx, { ...chain, lines, publicPem });
  if (forged !== null) found.push({ orgId: ctx.orgId, seq: forged, problem: "record_forged" });
  if (chain.unanchored?.late) {
    found.push({ orgId: ctx.orgId, seq: chain.entries - chain.unanchored.entries + 1, problem: "not_anchored" });
  }
  const begin = beginOf(lines);
  const begun = lines.find(({ seq, begins }) => begins && seq === begin);
  return {
    ...chain,
    broken: chain.broken ?? found[0] ?? null,
    breaks: chain.breaks + found.length,
    outside: found,
    begun: begun ? { seq: begin, madeAt: begun.madeAt } : null,
  };
}

/** The table is read after the file, so that each line has its row; an anchor made in between has its line by now. */
async function compare(
  ctx: Ctx,
  { orgId, firstAt, lines, publicPem }: ChainReport & { lines: readonly OutsideAnchor[]; publicPem?: string },
): Promise<ChainBreak[]> {
  const table = await readTable(ctx, publicPem);
  const found = compareAnchors({ orgId, firstAt }, lines, table);
  if (!found.some(({ problem }) => problem === "anchors_missing")) return found;
  const known = new Set(table.map(({ seq }) => seq));
  const again = (await readAnchors({ only: ctx.orgId, publicPem })).organisations.get(ctx.orgId)?.lines ?? [];
  return compareAnchors({ orgId, firstAt }, [...lines, ...again.filter(({ seq }) => known.has(seq))], table);
}

async function readTable(ctx: Ctx, publicPem?: string): Promise<AnchorRow[]> {
  const rows = await withTransaction(ctx, "read only", ({ db, orgId }) =>
    db.select().from(auditAnchors).where(eq(auditAnchors.orgId, orgId)).orderBy(asc(auditAnchors.seq)),
  );
  const hourAgo = addHours(ctx.now, -1);
  return rows.map((row) => {
    const { seq, hash, filedAt, madeAt } = row;
    const signed = checkSignature(lineOf(row), publicPem);
    return { seq, hash: hash.toString("hex"), signed, filed: filedAt !== null || madeAt < hourAgo };
  });
}
