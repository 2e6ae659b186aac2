import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, desc, eq, isNull, ne, sql } from "drizzle-orm";
import { accessChanges, invitations, liaisons, members, organisations } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import type { Role } from "@/lib/kernel/access/roles";
import { isFounding } from "@/lib/organisation/access-changes/access";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

export type MemberView = { id: string; name: string; email: string; role: Role; code: string; joinedAt: Date };

/** Everybody who can currently sign in to this organisation, by name. */
export const listMembers = query(
  "people.read",
  async (ctx): Promise<MemberView[]> =>
    ctx.db
      .select({
        id: members.id,
        name: members.name,
        email: members.email,
        role: members.role,
        code: members.code,
        joinedAt: members.joinedAt,
      })
      .from(members)
      .where(and(eq(members.orgId, ctx.orgId), isNull(members.removedAt)))
      .orderBy(asc(members.name), asc(members.id)),
);

export type InvitationView = {
  id: string;
  name: string;
  email: string;
  role: Role;
  expiresAt: Date;
  /** True when the link gives a member a new password. */
  renewal: boolean;
  /** True if a supervisor has to approve it first, or otherwise a day must pass: until `opensAt`, if set. */
  waits: boolean;
  opensAt: Date | null;
};

/** Invitations neither used nor withdrawn, including expired ones. */
export const listOpenInvitations = query("people.read", async (ctx): Promise<InvitationView[]> => {
  const founding = await isFounding(ctx);
  const rows = await ctx.db
    .select({
      id: invitations.id,
      name: invitations.name,
      email: invitations.email,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
      renewal: sql<boolean>`${invitations.renews} is not null`,
      state: accessChanges.state,
      opensAt: accessChanges.opensAt,
    })
    .from(invitations)
    .leftJoin(accessChanges, eq(accessChanges.invitationId, invitations.id))
    .where(and(eq(invitations.orgId, ctx.orgId), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
    .orderBy(desc(invitations.invitedAt));
  return rows.map(({ state, opensAt, ...row }) => {
    const waits = !founding && state === "waiting" && (opensAt === null || opensAt > ctx.now);
    return { ...row, waits, opensAt: waits ? opensAt : null };
  });
});

export type LiaisonView = {
  id: string;
  name: string;
  rank: string;
  agency: string;
  unit: string;
  forceNumber: string;
  confirmedAt: Date | null;
  fromBefore: boolean;
};

/** The officers of the organisation, and whether their entries in the directory are confirmed. */
export const listLiaisons = query(
  "case.read",
  async (ctx): Promise<LiaisonView[]> =>
    ctx.db
      .select({
        id: members.id,
        name: members.name,
        rank: liaisons.rank,
        agency: liaisons.agency,
        unit: liaisons.unit,
        forceNumber: liaisons.forceNumber,
        confirmedAt: liaisons.confirmedAt,
        fromBefore: liaisons.fromBefore,
      })
      .from(liaisons)
      .innerJoin(members, eq(members.id, liaisons.memberId))
      .where(and(eq(liaisons.orgId, ctx.orgId), isNull(members.removedAt)))
      .orderBy(asc(members.name)),
);

/** Members who can own a case: for pickers and filters. */
export const listStaff = query("case.read", async (ctx): Promise<{ id: string; name: string; role: Role }[]> => {
  const rows = await ctx.db
    .select({ id: members.id, name: members.name, role: members.role })
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), isNull(members.removedAt)))
    .orderBy(asc(members.name));
  return rows.filter((row) => row.role === "caseworker" || row.role === "supervisor");
});

/**
 * One member by name, including removed ones, for the supervisor who reviews their workload. @throws AppError not_found
 */
export const readPerson = query("team.read", async (ctx, memberId: string): Promise<{ id: string; name: string }> => {
  const [row] = isId(memberId)
    ? await ctx.db
        .select({ id: members.id, name: members.name })
        .from(members)
        .where(and(eq(members.orgId, ctx.orgId), eq(members.id, memberId), ne(members.role, "liaison")))
    : [];
  if (!row) throw new AppError("not_found", t("No such person."));
  return row;
});

/** The viewer's own member record. */
export const readMe = query("case.read", async (ctx): Promise<MemberView | null> => {
  const [row] = await ctx.db
    .select({
      id: members.id,
      name: members.name,
      email: members.email,
      role: members.role,
      code: members.code,
      joinedAt: members.joinedAt,
    })
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), eq(members.id, ctx.actor.memberId ?? ctx.orgId)));
  return row ?? null;
});

export type OrganisationView = {
  name: string;
  codePrefix: string;
  deskEmail: string | null;
  deskPhone: string | null;
  createdAt: Date;
};

/** The organisation as its administrators see it. */
export const readOrganisation = query("people.read", async (ctx): Promise<OrganisationView | null> => {
  const [row] = await ctx.db
    .select({
      name: organisations.name,
      codePrefix: organisations.codePrefix,
      deskEmail: organisations.deskEmail,
      deskPhone: organisations.deskPhone,
      createdAt: organisations.createdAt,
    })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId));
  return row ?? null;
});
