import "server-only";
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { customRoles, members, roleChanges } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { type SettableRole, settableRoles } from "@/lib/kernel/access/role-rules";
import { roleLabels } from "@/lib/kernel/access/roles";
import { whyNotSecond } from "@/lib/kernel/access/second-person";
import { readRules, rulesOfRow } from "./access";
import { lackedBy, limitedBy, without } from "./rules";
import type { RoleChangeView, RoleView } from "./types";

const askers = alias(members, "askers");
const deciders = alias(members, "deciders");

type Staff = { id: string; name: string; role: SettableRole; customRoleId: string | null };

async function readStaff(ctx: TxCtx): Promise<Staff[]> {
  const { id, name, role, customRoleId } = members;
  const rows = await ctx.db
    .select({ id, name, role, customRoleId })
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), inArray(role, [...settableRoles]), isNull(members.removedAt)))
    .orderBy(asc(name));
  return rows as Staff[];
}

const listOwn = (ctx: TxCtx) =>
  ctx.db.select().from(customRoles).where(eq(customRoles.orgId, ctx.orgId)).orderBy(asc(customRoles.name));

/** Ours first, each with those of the organisation's own that are built on it. */
export const listRoles = query("roles.read", async (ctx): Promise<RoleView[]> => {
  const [rules, own, staff, changes] = await Promise.all([
    readRules(ctx),
    listOwn(ctx),
    readStaff(ctx),
    ctx.db
      .select({ role: roleChanges.role, customRoleId: roleChanges.customRoleId, state: roleChanges.state })
      .from(roleChanges)
      .where(and(eq(roleChanges.orgId, ctx.orgId), eq(roleChanges.kind, "rules"))),
  ]);
  return settableRoles.flatMap((role) => {
    const built = own.filter((one) => one.role === role);
    return [{ id: null, name: roleLabels[role] }, ...built].map(({ id, name }): RoleView => {
      const base = rules(role);
      const mine = id ? rules(role, id) : base;
      const here = changes.filter((one) => one.role === role && one.customRoleId === id);
      return {
        id,
        role,
        name,
        rules: mine,
        lacks: id ? lackedBy(role, base, mine) : lackedBy(role, base),
        limits: id ? limitedBy(base, mine) : limitedBy(base),
        members: staff.filter((one) => one.role === role && one.customRoleId === id).length,
        isConfirmed: id === null || here.some(({ state }) => state === "confirmed"),
        isWaiting: here.some(({ state }) => state === "waiting"),
      };
    });
  });
});

/** Confirmed roles of the organisation's own, for the choice of whoever invites or assigns. */
export const listCustomRoles = query(
  "people.read",
  async (ctx): Promise<{ id: string; name: string; role: SettableRole }[]> => {
    const { id, name, role } = customRoles;
    return ctx.db
      .selectDistinct({ id, name, role })
      .from(customRoles)
      .innerJoin(roleChanges, and(eq(roleChanges.orgId, customRoles.orgId), eq(roleChanges.customRoleId, id)))
      .where(and(eq(customRoles.orgId, ctx.orgId), isNotNull(roleChanges.inForceAt)))
      .orderBy(asc(name));
  },
);

/** Caseworkers and supervisors with the role of the organisation's own that they have. */
export const listAssigned = query("roles.read", readStaff);

/** How many changes of roles wait that this person neither asked for nor is the subject of. */
export const countRolesToDecide = query("roles.decide", async (ctx): Promise<number> => {
  const { orgId, state, askedBy, memberId } = roleChanges;
  const me = ctx.actor.memberId ?? "";
  const others = and(ne(askedBy, me), or(isNull(memberId), ne(memberId, me)));
  return ctx.db.$count(roleChanges, and(eq(orgId, ctx.orgId), eq(state, "waiting"), others));
});

/** Changes of roles, those that wait first, then the newest; at most a hundred. */
export const listRoleChanges = query("roles.read", async (ctx): Promise<RoleChangeView[]> => {
  const [rules, staff, own, rows] = await Promise.all([
    readRules(ctx),
    readStaff(ctx),
    listOwn(ctx),
    ctx.db
      .select({ change: roleChanges, askedBy: askers.name, decidedBy: deciders.name, member: members.name })
      .from(roleChanges)
      .innerJoin(askers, and(eq(askers.orgId, roleChanges.orgId), eq(askers.id, roleChanges.askedBy)))
      .leftJoin(deciders, and(eq(deciders.orgId, roleChanges.orgId), eq(deciders.id, roleChanges.decidedBy)))
      .leftJoin(members, and(eq(members.orgId, roleChanges.orgId), eq(members.id, roleChanges.memberId)))
      .where(eq(roleChanges.orgId, ctx.orgId))
      .orderBy(desc(roleChanges.askedAt), desc(roleChanges.id))
      .limit(100),
  ]);
  const views: RoleChangeView[] = [];
  for (const { change, askedBy, decidedBy, member } of rows) {
    const { id, kind, role, customRoleId, memberId, askedAt, opensAt, state, inForceAt } = change;
    const isWaiting = state === "waiting";
    const person = staff.find((one) => one.id === memberId);
    const asked = kind === "rules" ? rulesOfRow(change) : rules(role, customRoleId);
    const before = kind === "rules" ? customRoleId : (person?.customRoleId ?? null);
    const lacked = before ? lackedBy(role, rules(role), rules(role, before)) : lackedBy(role, rules(role));
    const lacks = customRoleId ? lackedBy(role, rules(role), asked) : lackedBy(role, asked);
    const concerned = (one: Staff) => one.role === role && (customRoleId === null || one.customRoleId === customRoleId);
    views.push({
      id,
      kind,
      role,
      customRole: own.find((one) => one.id === customRoleId)?.name ?? null,
      member,
      loses: isWaiting ? without(lacks, lacked) : lacks,
      gets: isWaiting ? without(lacked, lacks) : [],
      limits: customRoleId ? limitedBy(rules(role), asked) : limitedBy(asked),
      concerns: kind === "assign" ? 1 : staff.filter(concerned).length,
      askedBy,
      askedAt,
      opensAt,
      state,
      decidedBy,
      inForceAt,
      whyNot: isWaiting
        ? ((await whyNotSecond(ctx, change.askedBy)) ?? (memberId ? await whyNotSecond(ctx, memberId) : null))
        : null,
    });
  }
  return views.toSorted((a, b) => Number(b.state === "waiting") - Number(a.state === "waiting"));
});
