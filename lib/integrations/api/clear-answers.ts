import "server-only";
import { and, eq, inArray, lt, lte, or } from "drizzle-orm";
import { apiAnswers, apiTokens } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addHours } from "@/lib/platform/time/clock";
import { keptHours } from "./rules";

/** The nightly job: answers that are older than a day go, and those of tokens that have run out. */
export async function clearAnswers(ctx: Ctx): Promise<void> {
  requirePermission(ctx, "job.run");
  await withTransaction(ctx, "read write", ({ db, orgId, now }) => {
    const expired = db
      .select({ id: apiTokens.id })
      .from(apiTokens)
      .where(and(eq(apiTokens.orgId, orgId), lte(apiTokens.expiresAt, now)));
    const over = or(lt(apiAnswers.madeAt, addHours(now, -keptHours)), inArray(apiAnswers.tokenId, expired));
    return db.delete(apiAnswers).where(and(eq(apiAnswers.orgId, orgId), over));
  });
}
