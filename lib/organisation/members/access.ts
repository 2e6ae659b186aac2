import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { members } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { isFounding } from "@/lib/organisation/access-changes/access";
import { AppError } from "@/lib/platform/errors";

/** A member of the ctx's organisation who was not removed. @throws AppError not_found */
export async function findMember(ctx: TxCtx, memberId: string) {
  const [row] = await ctx.db
    .select()
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), eq(members.id, memberId), isNull(members.removedAt)));
  if (!row) throw new AppError("not_found", t("No such person."));
  return row;
}

/**
 * Without a supervisor nobody could approve new members. Postgres enforces this too.
 * @throws AppError conflict if this is the last one and there are cases
 */
export async function refuseLastSupervisor(ctx: TxCtx, { role }: { role: string }): Promise<void> {
  if (role !== "supervisor" || (await isFounding(ctx))) return;
  const left = and(eq(members.orgId, ctx.orgId), eq(members.role, "supervisor"), isNull(members.removedAt));
  if ((await ctx.db.$count(members, left)) > 1) return;
  throw new AppError("conflict", t("This is the last supervisor. Another one has to be there first."));
}

/**
 * A current caseworker or supervisor, who can own a case. @throws AppError not_found; invalid at `field` for another
 * role
 */
export async function findStaff(ctx: TxCtx, memberId: string, field: string) {
  const person = await findMember(ctx, memberId);
  if (person.role === "caseworker" || person.role === "supervisor") return person;
  const message = t("Choose a caseworker or a supervisor.");
  throw new AppError("invalid", message, { [field]: message });
}
