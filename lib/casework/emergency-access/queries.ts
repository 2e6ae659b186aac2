import "server-only";
import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { cases, emergencyAccess, emergencyNotices, members } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { reasonPlace, stateOf } from "./rules";

import type { EmergencyAccessNotice, EmergencyAccessToDecide, EmergencyAccessView } from "./types";

type Row = typeof emergencyAccess.$inferSelect;

/** The viewer's own requests, newest first, at most 20. Does not reveal whether there is such a case. */
export const listMyEmergencyAccess = query("case.open", async (ctx): Promise<EmergencyAccessView[]> => {
  const rows = await ctx.db
    .select()
    .from(emergencyAccess)
    .where(and(eq(emergencyAccess.orgId, ctx.orgId), eq(emergencyAccess.askedBy, ctx.actor.memberId ?? ctx.orgId)))
    .orderBy(desc(emergencyAccess.askedAt))
    .limit(20);
  return viewsOf(ctx, rows);
});

/** Requests for supervisors: those that wait first, then the newest. At most 50. */
export const listEmergencyAccess = query("case.review", async (ctx): Promise<EmergencyAccessToDecide[]> => {
  const rows = await ctx.db
    .select()
    .from(emergencyAccess)
    .where(eq(emergencyAccess.orgId, ctx.orgId))
    .orderBy(desc(eq(emergencyAccess.state, "waiting")), desc(emergencyAccess.askedAt))
    .limit(50);
  const found = new Map(rows.map((row) => [row.id, row]));
  return (await viewsOf(ctx, rows)).map((view) => ({
    ...view,
    caseId: found.get(view.id)?.caseId ?? null,
    found: Boolean(found.get(view.id)?.caseId),
    mine: found.get(view.id)?.askedBy === ctx.actor.memberId,
  }));
});

async function viewsOf(ctx: TxCtx, rows: readonly Row[]): Promise<EmergencyAccessView[]> {
  const names = await namesOf(
    ctx,
    rows.flatMap((row) => [row.askedBy, row.decidedBy]),
  );
  const views: EmergencyAccessView[] = [];
  for (const row of rows) {
    const vault = await openVault(ctx, row.keyId);
    const { id, code, askedBy, askedAt, decidedBy, endsAt } = row;
    const state = stateOf(row, ctx.now);
    views.push({
      id,
      code,
      reason: vault.open(reasonPlace(id), row.reason),
      askedBy: names.get(askedBy) ?? "",
      askedAt,
      state,
      decidedBy: names.get(decidedBy ?? "") ?? null,
      endsAt,
      caseId: state === "released" ? row.caseId : null,
    });
  }
  return views;
}

/** Emergency access to the viewer's cases that they have not marked as seen, newest first. */
export const listEmergencyAccessNotices = query("case.write", async (ctx): Promise<EmergencyAccessNotice[]> => {
  const rows = await ctx.db
    .select({ notice: emergencyNotices, look: emergencyAccess, code: cases.code, by: members.name })
    .from(emergencyNotices)
    .innerJoin(emergencyAccess, eq(emergencyAccess.id, emergencyNotices.lookId))
    .innerJoin(cases, eq(cases.id, emergencyNotices.caseId))
    .innerJoin(members, eq(members.id, emergencyAccess.askedBy))
    .where(
      and(
        eq(emergencyNotices.orgId, ctx.orgId),
        eq(emergencyNotices.memberId, ctx.actor.memberId ?? ctx.orgId),
        isNull(emergencyNotices.seenAt),
      ),
    )
    .orderBy(desc(emergencyNotices.toldAt))
    .limit(20);
  const notices: EmergencyAccessNotice[] = [];
  for (const { notice, look, code, by } of rows) {
    const vault = await openVault(ctx, look.keyId);
    const reason = vault.open(reasonPlace(look.id), look.reason);
    notices.push({ id: notice.id, caseId: notice.caseId, code, by, reason, endsAt: look.endsAt ?? notice.toldAt });
  }
  return notices;
});

/** How many requests wait for a supervisor. */
export const countPendingEmergencyAccess = query("case.review", ({ db, orgId }) =>
  db.$count(emergencyAccess, and(eq(emergencyAccess.orgId, orgId), eq(emergencyAccess.state, "waiting"))),
);

/** Open emergency access to a case, by name and end: shown to those who work on it, and to the person who has it. */
export const listOpenEmergencyAccess = query(
  "case.read",
  async (ctx, caseId: string): Promise<{ name: string; endsAt: Date; mine: boolean }[]> => {
    const live = and(eq(emergencyAccess.state, "released"), gt(emergencyAccess.endsAt, ctx.now));
    const rows = await ctx.db
      .select({ id: emergencyAccess.askedBy, name: members.name, endsAt: emergencyAccess.endsAt })
      .from(emergencyAccess)
      .innerJoin(members, eq(members.id, emergencyAccess.askedBy))
      .where(and(eq(emergencyAccess.orgId, ctx.orgId), eq(emergencyAccess.caseId, caseId), live))
      .orderBy(asc(emergencyAccess.endsAt));
    return rows.flatMap(({ id, name, endsAt }) => (endsAt ? [{ name, endsAt, mine: id === ctx.actor.memberId }] : []));
  },
);
