import "server-only";
import { and, eq } from "drizzle-orm";
import { auditEntries } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { readHead } from "@/lib/kernel/audit/read-chain";
import { lineOf, signAnchor } from "./access";
import { appendAnchors } from "./append-anchors";

/**
 * Restarts the anchors of an organisation at the current end of its log, after a restore or if earlier anchors are not
 * signed. The signed line is permanent: every later verification reports that this was done, and when.
 * @returns the number of that entry; 0 for a log without one
 */
export async function restartAnchors(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  const { head } = await readHead(ctx);
  if (!head) return 0;
  const { seq, hash } = head;
  const [entry] = await withTransaction(ctx, "read only", ({ db, orgId }) =>
    db
      .select({ at: auditEntries.at })
      .from(auditEntries)
      .where(and(eq(auditEntries.orgId, orgId), eq(auditEntries.seq, seq))),
  );
  if (!entry) return 0;
  const line = lineOf({ orgId: ctx.orgId, seq, hash, at: entry.at, madeAt: ctx.now, signature: null });
  const begin = { ...line, begins: true } as const;
  await appendAnchors([{ ...begin, signature: signAnchor(begin).toString("base64") }]);
  return seq;
}
