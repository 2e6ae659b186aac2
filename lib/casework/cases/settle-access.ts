import "server-only";
import { sql } from "drizzle-orm";
import { writeAudit } from "@/lib/kernel/access/append-entry";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";

/**
 * The nightly comparison of who may read which case, as it is kept for the walls, with the rule. What differs is set
 * right and logged with the number of rows: triggers keep it, so there should be none.
 */
export async function settleAccess(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  return withTransaction(ctx, "read write", async ({ db }) => {
    const [row] = await db.execute<{ rows: number }>(sql`select app.settle_all_access() as rows`);
    const rows = row?.rows ?? 0;
    if (rows > 0) await writeAudit(db, { action: "access.corrected", subjectId: ctx.orgId, detail: { rows } });
    return rows;
  });
}
