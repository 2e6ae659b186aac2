import "server-only";
import { and, eq } from "drizzle-orm";
import { services } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** @throws AppError not_found */
export async function findService(ctx: TxCtx, serviceId: string): Promise<typeof services.$inferSelect> {
  const [row] = await ctx.db
    .select()
    .from(services)
    .where(and(eq(services.orgId, ctx.orgId), eq(services.id, serviceId)));
  if (!row) throw new AppError("not_found", t("No such service."));
  return row;
}
