import "server-only";
import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accessChanges, invitations, members } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { whyNotSecond } from "@/lib/kernel/access/second-person";
import { isFounding } from "./access";
import type { AccessChangeView } from "./types";

const askers = alias(members, "askers");

/** Pending changes, the longest first; an expired link is not pending. */
function readWaiting(ctx: TxCtx) {
  return ctx.db
    .select({
      change: accessChanges,
      name: sql<string>`coalesce(${members.name}, ${invitations.name}, '')`,
      email: sql<string>`coalesce(${members.email}, ${invitations.email}, '')`,
      askedBy: askers.name,
    })
    .from(accessChanges)
    .innerJoin(askers, and(eq(askers.orgId, accessChanges.orgId), eq(askers.id, accessChanges.askedBy)))
    .leftJoin(members, and(eq(members.orgId, accessChanges.orgId), eq(members.id, accessChanges.memberId)))
    .leftJoin(invitations, eq(invitations.id, accessChanges.invitationId))
    .where(
      and(
        eq(accessChanges.orgId, ctx.orgId),
        eq(accessChanges.state, "waiting"),
        or(isNull(accessChanges.invitationId), gt(invitations.expiresAt, ctx.now)),
      ),
    )
    .orderBy(asc(accessChanges.askedAt), asc(accessChanges.id));
}

/** True while people join without a second person. */
export const readFounding = query("people.read", isFounding);

/** For supervisors: what they can approve, or at least reject. Empty while the organisation is being set up. */
export const listAccessToDecide = query("access.decide", async (ctx): Promise<AccessChangeView[]> => {
  const [founding, waiting] = await Promise.all([isFounding(ctx), readWaiting(ctx)]);
  if (founding) return [];
  const views: AccessChangeView[] = [];
  for (const { change, ...words } of waiting) {
    const { id, kind, role, askedAt, opensAt, askedBy: first, memberId } = change;
    const whyNot = (await whyNotSecond(ctx, first)) ?? (memberId ? await whyNotSecond(ctx, memberId) : null);
    views.push({ id, kind, role, askedAt, opensAt, whyNot, ...words });
  }
  return views;
});

/** For administrators: pending roles. Pending links are listed with the invitations. */
export const listRolesThatWait = query("people.read", async (ctx): Promise<Omit<AccessChangeView, "whyNot">[]> => {
  const rows = await readWaiting(ctx);
  return rows
    .filter(({ change }) => change.kind === "role")
    .map(({ change: { id, kind, role, askedAt, opensAt }, ...words }) => ({
      id,
      kind,
      role,
      askedAt,
      opensAt,
      ...words,
    }));
});
