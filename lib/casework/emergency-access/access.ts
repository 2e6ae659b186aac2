import "server-only";
import { and, eq } from "drizzle-orm";
import { emergencyLooks } from "@/db/schema";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";

/** The request, held until this transaction ends. @throws AppError not_found */
export async function lockLook(ctx: Scoped, lookId: string) {
  const [row] = await ctx.db
    .select()
    .from(emergencyLooks)
    .where(and(eq(emergencyLooks.orgId, ctx.orgId), eq(emergencyLooks.id, lookId)))
    .for("update");
  if (!row) throw new AppError("not_found", "No such request.");
  return row;
}
