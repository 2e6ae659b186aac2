import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { auditAnchors, auditEntries } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { recordHead } from "@/lib/kernel/access/head-record";
import { readHead } from "@/lib/kernel/audit/read-chain";
import { verifyChain } from "@/lib/kernel/audit/verify-chain";
import { env } from "@/lib/platform/env";
import { type Anchor, checkSignature, lineOf, signAnchor } from "./access";
import { appendAnchors } from "./append-anchors";
import { mailHead } from "./mail-head";
import { noteBroken } from "./note-broken";
import { readHeadRecords } from "./read-head-records";
import { isAnchorDue } from "./rules";
import { stampAnchors } from "./stamp-anchors";

/** How many were made, filed and stamped, and the number of the newest. */
type Done = { made: number; filed: number; stamped: number; last: number };

/** The number of lines written at once after the folder was unavailable for a long time. */
const atOnce = 500;

/**
 * Anchors the log of an organisation outside the database, if due: verifies the entries since the last anchor, writes
 * the head as a signed row and a line of the file, requests a time stamp if an authority is configured, and mails it to
 * administrators once a day. Earlier failures are retried. Idempotent.
 * @param where `local`: nothing that waits for other systems, for a command before it responds; the job does the rest
 */
export async function anchorHead(ctx: Ctx, where: "all" | "local" = "all"): Promise<Done> {
  requirePermission(ctx, "job.run");
  const made = await makeAnchor(ctx);
  const filed = await fileAnchors(ctx, where);
  const stamped = where === "all" ? await stampAnchors(ctx) : 0;
  if (where === "all") await mailHead(ctx);
  return { made, filed, stamped, last: (await withTransaction(ctx, "read only", lastAnchor))?.seq ?? 0 };
}

async function makeAnchor(ctx: Ctx): Promise<number> {
  const { head } = await readHead(ctx);
  const last = await withTransaction(ctx, "read only", lastAnchor);
  if (!head || head.seq <= (last?.seq ?? 0)) return 0;
  if (!isAnchorDue(head.seq, last, ctx.now)) {
    // From here on this also covers entries that the database wrote by itself, such as sign-ins.
    recordHead(ctx.orgId, ctx.now, head);
    return 0;
  }
  await noteWhatBroke(ctx, last);
  return withTransaction(ctx, "read write", async ({ db, orgId, now }) => {
    const [entry] = await db
      .select({ at: auditEntries.at })
      .from(auditEntries)
      .where(and(eq(auditEntries.orgId, orgId), eq(auditEntries.seq, head.seq)));
    // A head without its entry was reported above; anchoring it would confirm what an attacker left behind.
    if (!entry) return 0;
    const row = { orgId, seq: head.seq, hash: head.hash, at: entry.at, madeAt: now };
    const signature = signAnchor(lineOf({ ...row, signature: null }));
    const made = db.insert(auditAnchors).values({ ...row, signature });
    return (await made.onConflictDoNothing().returning({ seq: auditAnchors.seq })).length;
  });
}

/** Compares the entries since the last anchor with the head records; the whole log is verified at night. */
async function noteWhatBroke(ctx: Ctx, last: Anchor | null): Promise<void> {
  if (last && checkSignature(lineOf(last)) === "wrong") {
    await noteBroken(ctx, { orgId: ctx.orgId, seq: last.seq, problem: "anchor_forged" });
  }
  const { records } = await readHeadRecords(ctx.orgId);
  const { broken } = await verifyChain(ctx, last ? { records, from: last } : { records });
  if (broken) await noteBroken(ctx, broken);
}

async function lastAnchor({ db, orgId }: TxCtx): Promise<Anchor | null> {
  const newest = db.select().from(auditAnchors).where(eq(auditAnchors.orgId, orgId));
  const [row] = await newest.orderBy(desc(auditAnchors.seq)).limit(1);
  return row ?? null;
}

const unfiled = (orgId: string) => and(eq(auditAnchors.orgId, orgId), isNull(auditAnchors.filedAt));

/** The file first, then the row: a crash in between writes the line twice, which is harmless. */
async function fileAnchors(ctx: Ctx, where: "all" | "local"): Promise<number> {
  const rows = await withTransaction(ctx, "read only", ({ db, orgId }) =>
    db.select().from(auditAnchors).where(unfiled(orgId)).orderBy(asc(auditAnchors.seq)).limit(atOnce),
  );
  if (rows.length === 0) return 0;
  await appendAnchors(rows.map(lineOf), where);
  // The row is marked as filed once the bucket has it too.
  if (where === "local" && env().S3_BUCKET) return 0;
  const seqs = rows.map(({ seq }) => seq);
  await withTransaction(ctx, "read write", ({ db, orgId }) =>
    db
      .update(auditAnchors)
      .set({ filedAt: sql`${ctx.now.toISOString()}::timestamptz` })
      .where(and(unfiled(orgId), among(auditAnchors.seq, seqs))),
  );
  return rows.length;
}
