import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { members } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { AppError } from "@/lib/platform/errors";

/** A member of the ctx's organisation who has not been removed. @throws AppError not_found */
export async function findMember(ctx: Scoped, memberId: string) {
  const [row] = await ctx.db
    .select()
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), eq(members.id, memberId), isNull(members.removedAt)));
  if (!row) throw new AppError("not_found", "No such person.");
  return row;
}
