import "server-only";
import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { customRoles, members, roleChanges } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { SettablePermission, SettableRole } from "@/lib/kernel/access/role-rules";
import type { Role } from "@/lib/kernel/access/roles";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { noRules } from "./rules";
import type { RoleRules } from "./types";

type ChangeRow = typeof roleChanges.$inferSelect;

export const rulesOfRow = ({ taken, given, ownOnly, openOnly, maxDays }: ChangeRow): RoleRules => ({
  taken: taken as SettablePermission[],
  given: given as SettablePermission[],
  ownOnly,
  openOnly,
  maxDays,
});

/** The rules in force, by role and by role of the organisation's own. */
export async function readRules(ctx: TxCtx): Promise<(role: SettableRole, customRoleId?: string | null) => RoleRules> {
  const rows = await ctx.db
    .select()
    .from(roleChanges)
    .where(and(eq(roleChanges.orgId, ctx.orgId), eq(roleChanges.kind, "rules"), isNotNull(roleChanges.inForceAt)))
    .orderBy(desc(roleChanges.inForceAt), desc(roleChanges.id));
  return (role, customRoleId = null) => {
    const row = rows.find((one) => one.role === role && one.customRoleId === customRoleId);
    return row ? rulesOfRow(row) : noRules;
  };
}

/** Somebody who works here. @throws AppError not_found */
export async function findStaff(ctx: TxCtx, memberId: string): Promise<{ role: Role }> {
  const [row] = await ctx.db
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), eq(members.id, memberId), isNull(members.removedAt)));
  if (!row) throw new AppError("not_found", t("No such person."));
  return row;
}

/** @throws AppError not_found */
export async function findCustomRole(ctx: TxCtx, id: string) {
  const [row] = await ctx.db
    .select()
    .from(customRoles)
    .where(and(eq(customRoles.orgId, ctx.orgId), eq(customRoles.id, id)));
  if (!row) throw new AppError("not_found", t("No such role."));
  return row;
}

/** @throws AppError not_found; conflict when nobody confirmed it yet */
export async function requireConfirmedRole(ctx: TxCtx, id: string) {
  const row = await findCustomRole(ctx, id);
  const confirmed = and(eq(roleChanges.orgId, ctx.orgId), eq(roleChanges.customRoleId, id));
  if ((await ctx.db.$count(roleChanges, and(confirmed, isNotNull(roleChanges.inForceAt)))) === 0)
    throw new AppError("conflict", t("A second person confirms this role first."));
  return row;
}

/** The change, locked until this transaction ends. @throws AppError not_found */
export async function lockRoleChange(ctx: TxCtx, changeId: string): Promise<ChangeRow> {
  const [row] = await ctx.db
    .select()
    .from(roleChanges)
    .where(and(eq(roleChanges.orgId, ctx.orgId), eq(roleChanges.id, changeId)))
    .for("update");
  if (!row) throw new AppError("not_found", t("There is no such change."));
  return row;
}

/** Ids and kinds of a change, for the log. */
export const detailOf = ({
  kind,
  role,
  customRoleId,
  memberId,
}: Pick<ChangeRow, "kind" | "role" | "customRoleId" | "memberId">) => ({
  kind,
  role,
  ...(customRoleId ? { customRoleId } : {}),
  ...(memberId ? { memberId } : {}),
});
