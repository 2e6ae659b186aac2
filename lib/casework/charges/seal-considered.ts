import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { cases } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { keepConsidered } from "./access";

/** So many in one transaction. */
const batch = 200;

/**
 * Seals the reasons of before, which were kept open. Can be interrupted and restarted: what is sealed is not looked at
 * again. @returns how many cases had any
 */
export async function sealConsidered(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  for (let total = 0; ; ) {
    const count = await withTransaction(ctx, "read write", async (scoped) => {
      const { id, keyId, considered } = cases;
      // Locked, so that nobody keeps another reason meanwhile.
      const rows = await scoped.db
        .select({ id, keyId, considered })
        .from(cases)
        .where(and(eq(cases.orgId, scoped.orgId), isNull(cases.setAside), sql`${considered} <> '[]'::jsonb`))
        .orderBy(asc(id))
        .limit(batch)
        .for("update");
      for (const row of rows) await keepConsidered(scoped, row, row.considered);
      return rows.length;
    });
    total += count;
    if (count < batch) return total;
  }
}
