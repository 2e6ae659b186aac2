import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { connectors } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** Changes a connector that is on, and returns it. @throws AppError not_found */
export async function changeLive(ctx: TxCtx, connectorId: string, values: Partial<typeof connectors.$inferInsert>) {
  const [row] = await ctx.db
    .update(connectors)
    .set(values)
    .where(and(eq(connectors.orgId, ctx.orgId), eq(connectors.id, connectorId), isNull(connectors.offAt)))
    .returning();
  if (!row) throw new AppError("not_found", t("No such connector, or it was turned off."));
  return row;
}
