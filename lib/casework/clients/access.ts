import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { clients } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

/**
 * A client visible to this person: the database shows a caseworker only those of their cases, or registered by them.
 */
export async function findClient(ctx: TxCtx, clientId: string) {
  if (isId(clientId)) {
    const [row] = await ctx.db
      .select()
      .from(clients)
      .where(and(eq(clients.orgId, ctx.orgId), eq(clients.id, clientId)));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such client."));
}

export type Certain = { field: "identity_number" | "phone" | "email"; token: Buffer };
