import "server-only";
import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { cases, derivatives, exhibits, timestamps } from "@/db/schema";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import { query } from "@/lib/kernel/access/query";
import { checkLedgers } from "./check-ledgers";
import type { Sample } from "./types";

export type StoredFile = { kind: "original" | "derivative"; fileId: string | null; sha256: string; size: number };

/** One exhibit with all its stored files, and the contents of its ledger. */
export type Looked = {
  exhibitId: string;
  caseId: string;
  caseCode: string;
  exhibit: string;
  keyId: string;
  files: StoredFile[];
  lines: number;
  ledgerProblem: string | null;
  /** The time stamps that are held, over the hash that the exhibit has. */
  stamps: (typeof timestamps.$inferSelect)[];
  sha256: string;
};

/** Small enough for one short transaction, whatever the ledgers hold. */
const batchSize = 200;

/** The exhibits after one id, in the order of ids, with their ledgers walked again. Empty: there are no more. */
export const listBatch = query("job.run", async (ctx, after: string, sample?: Sample): Promise<Looked[]> => {
  const rows = await ctx.db
    .select({ row: exhibits, caseCode: cases.code, keyId: cases.keyId })
    .from(exhibits)
    .innerJoin(cases, eq(cases.id, exhibits.caseId))
    .where(and(eq(exhibits.orgId, ctx.orgId), gt(exhibits.id, after), inSample(sample)))
    .orderBy(asc(exhibits.id))
    .limit(batchSize);
  const ids = rows.map(({ row }) => row.id);
  if (ids.length === 0) return [];
  const made = await ctx.db.select().from(derivatives).where(among(derivatives.exhibitId, ids));
  const held = await ctx.db
    .select()
    .from(timestamps)
    .where(and(among(timestamps.exhibitId, ids), eq(timestamps.state, "held")));
  const ledgers = new Map((await checkLedgers(ctx, ids)).map((ledgerFound) => [ledgerFound.exhibitId, ledgerFound]));
  return rows.map(({ row: { id, caseId, number, fileId, sha256, size }, caseCode, keyId }) => ({
    exhibitId: id,
    caseId,
    caseCode,
    exhibit: exhibitLabel(number),
    keyId,
    files: [
      { kind: "original", fileId, sha256, size },
      ...made
        .filter((derivative) => derivative.exhibitId === id)
        .map((derivative) => ({ ...fileOf(derivative), kind: "derivative" as const })),
    ],
    sha256,
    stamps: held.filter((stamp) => stamp.exhibitId === id),
    lines: ledgers.get(id)?.lines ?? 0,
    ledgerProblem: ledgers.get(id)?.problem ?? null,
  }));
});

const fileOf = ({ fileId, sha256, size }: { fileId: string; sha256: string; size: number }) => ({
  fileId,
  sha256,
  size,
});

/** A digest of the id decides, so that an exhibit is in the same part on every machine and in every release. */
function inSample(sample: Sample | undefined): SQL | undefined {
  if (!sample) return undefined;
  if ("exhibitIds" in sample) return among(exhibits.id, [...sample.exhibitIds]);
  const { parts, part } = sample;
  return sql`('x' || substr(encode(sha256(uuid_send(${exhibits.id})), 'hex'), 1, 8))::bit(32)::bigint % ${parts} = ${part}`;
}
