import "server-only";
import { and, eq, lt } from "drizzle-orm";
import { reportCounts } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addHours } from "@/lib/platform/time/clock";
import { keptHours } from "./rules";

/** The nightly job: what was counted more than a day ago goes. */
export async function clearCounts(ctx: Ctx): Promise<void> {
  requirePermission(ctx, "job.run");
  await withTransaction(ctx, "read write", ({ db, orgId, now }) =>
    db
      .delete(reportCounts)
      .where(and(eq(reportCounts.orgId, orgId), lt(reportCounts.countedAt, addHours(now, -keptHours)))),
  );
}
