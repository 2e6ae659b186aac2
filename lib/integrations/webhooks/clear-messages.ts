import "server-only";
import { and, eq, lt } from "drizzle-orm";
import { webhookMessages } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addHours } from "@/lib/platform/time/clock";
import { keptDays } from "./rules";

/** The nightly job: what was settled long ago goes, with its attempts. */
export async function clearMessages(ctx: Ctx): Promise<void> {
  requirePermission(ctx, "job.run");
  await withTransaction(ctx, "read write", ({ db, orgId, now }) =>
    db
      .delete(webhookMessages)
      .where(and(eq(webhookMessages.orgId, orgId), lt(webhookMessages.settledAt, addHours(now, -24 * keptDays)))),
  );
}
