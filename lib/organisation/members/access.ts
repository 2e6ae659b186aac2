import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { among } from "@/db/among";
import { dataKeys, members } from "@/db/schema";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { createVault, openVault, type Vault } from "@/lib/kernel/access/vault";
import { isFounding } from "@/lib/organisation/access-changes/access";
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

/**
 * Without a supervisor nobody could be asked who comes in. Postgres says so too.
 * @throws AppError conflict when this is the last one and there are cases
 */
export async function refuseLastSupervisor(ctx: Scoped, { role }: { role: string }): Promise<void> {
  if (role !== "supervisor" || (await isFounding(ctx))) return;
  const left = and(eq(members.orgId, ctx.orgId), eq(members.role, "supervisor"), isNull(members.removedAt));
  if ((await ctx.db.$count(members, left)) > 1) return;
  throw new AppError("conflict", "This is the last supervisor. Another one has to be there first.");
}

/** A caseworker or supervisor of today, who can own a case. @throws AppError not_found; invalid at `field` for another role */
export async function findStaff(ctx: Scoped, memberId: string, field: string) {
  const person = await findMember(ctx, memberId);
  if (person.role === "caseworker" || person.role === "supervisor") return person;
  const said = "Choose a caseworker or a supervisor.";
  throw new AppError("invalid", said, { [field]: said });
}

/** The names of members by id, removed ones too: history keeps them. */
export async function namesOf(ctx: Scoped, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids.flatMap((id) => id ?? []))];
  if (asked.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), among(members.id, asked)));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The key for reasons that are about people of the organisation and no case; the first one makes it. */
export async function openStaffVault(ctx: Scoped): Promise<Vault> {
  const [row] = await ctx.db
    .select({ id: dataKeys.id })
    .from(dataKeys)
    .where(and(eq(dataKeys.orgId, ctx.orgId), eq(dataKeys.purpose, "staff")))
    .orderBy(asc(dataKeys.id))
    .limit(1);
  return row ? openVault(ctx, row.id) : createVault(ctx, "staff");
}
