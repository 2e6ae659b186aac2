import "server-only";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { auditAnchors, auditEntries } from "@/db/schema";
import { requirePermission } from "@/lib/access/command";
import { type Ctx, inScope, type Scoped } from "@/lib/access/ctx";
import { readHead } from "@/lib/audit/read-chain";
import { verifyChain } from "@/lib/audit/verify-chain";
import { appendAnchors } from "./append-anchors";
import { noteBroken } from "./note-broken";
import { isAnchorDue } from "./rules";
import { stampAnchors } from "./stamp-anchors";

type Anchor = typeof auditAnchors.$inferSelect;
type Done = { made: number; filed: number; stamped: number };

/** So many lines are written at once when the folder was away for long. */
const atOnce = 500;

/**
 * The job that anchors the log of an organisation outside the database, when it is time: the stretch since the last
 * anchor is walked, the head becomes a row, a line of the file and, where an authority is set, gets its time stamp.
 * What failed before is made up for. A second run finds the work done.
 */
export async function anchorHead(ctx: Ctx): Promise<Done> {
  requirePermission(ctx, "job.run");
  const made = await makeAnchor(ctx);
  const filed = await fileAnchors(ctx);
  const stamped = await stampAnchors(ctx);
  return { made, filed, stamped };
}

async function makeAnchor(ctx: Ctx): Promise<number> {
  const { head } = await readHead(ctx);
  const last = await inScope(ctx, "read only", lastAnchor);
  if (!head || !isAnchorDue(head.seq, last, ctx.now)) return 0;
  const { broken } = await verifyChain(ctx, last ? { from: last } : {});
  if (broken) await noteBroken(ctx, broken);
  return inScope(ctx, "read write", async ({ db, orgId, now }) => {
    const [entry] = await db
      .select({ at: auditEntries.at })
      .from(auditEntries)
      .where(and(eq(auditEntries.orgId, orgId), eq(auditEntries.seq, head.seq)));
    // A head without its entry was noted above; anchoring it would be the word of whoever cut the log.
    if (!entry) return 0;
    const row = { orgId, seq: head.seq, hash: head.hash, at: entry.at, madeAt: now };
    return (await db.insert(auditAnchors).values(row).onConflictDoNothing().returning({ seq: auditAnchors.seq }))
      .length;
  });
}

async function lastAnchor({ db, orgId }: Scoped): Promise<Anchor | null> {
  const newest = db.select().from(auditAnchors).where(eq(auditAnchors.orgId, orgId));
  const [row] = await newest.orderBy(desc(auditAnchors.seq)).limit(1);
  return row ?? null;
}

/** The file first, then the row says so: who dies in between writes the line twice, which says the same twice. */
async function fileAnchors(ctx: Ctx): Promise<number> {
  const mine = and(eq(auditAnchors.orgId, ctx.orgId), isNull(auditAnchors.filedAt));
  const rows = await inScope(ctx, "read only", ({ db }) =>
    db.select().from(auditAnchors).where(mine).orderBy(asc(auditAnchors.seq)).limit(atOnce),
  );
  if (rows.length === 0) return 0;
  await appendAnchors(rows.map(lineOf));
  const seqs = rows.map(({ seq }) => seq);
  await inScope(ctx, "read write", ({ db }) =>
    db
      .update(auditAnchors)
      .set({ filedAt: sql`${ctx.now.toISOString()}::timestamptz` })
      .where(and(mine, inArray(auditAnchors.seq, seqs))),
  );
  return rows.length;
}

function lineOf({ orgId, seq, hash, at, madeAt }: Anchor) {
  const times = { at: at.toISOString(), madeAt: madeAt.toISOString() };
  return { organisation: orgId, seq, hash: hash.toString("hex"), ...times };
}
