import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { caseDenials } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { AppError } from "@/lib/platform/errors";

export const reasonPlace = (row: string) => ({ table: "case_denials", column: "reason", row });

/** Postgres holds the same line by a trigger. @throws AppError invalid at `field` for who must not see the client */
export async function refuseDenied(ctx: Scoped, clientId: string, memberId: string, field = "memberId"): Promise<void> {
  const open = and(eq(caseDenials.orgId, ctx.orgId), eq(caseDenials.clientId, clientId), isNull(caseDenials.liftedAt));
  if ((await ctx.db.$count(caseDenials, and(open, eq(caseDenials.memberId, memberId)))) === 0) return;
  const said = "This person must not see this client. Choose somebody else.";
  throw new AppError("invalid", said, { [field]: said });
}
