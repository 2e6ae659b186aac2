import "server-only";
import { and, asc, desc, eq, gt, isNull, lte } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { absences, members } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { stateOf } from "./rules";
import type { AbsenceView, Away } from "./types";

const who = alias(members, "who");
const cover = alias(members, "cover");

/** Members who are absent now, by name. */
export const listAway = query(
  "case.read",
  async (ctx): Promise<Away[]> =>
    ctx.db
      .select({
        memberId: absences.memberId,
        name: who.name,
        code: who.code,
        untilOn: absences.untilOn,
        coverId: absences.coverId,
        coverName: cover.name,
        coverCode: cover.code,
      })
      .from(absences)
      .innerJoin(who, and(eq(who.orgId, absences.orgId), eq(who.id, absences.memberId)))
      .innerJoin(cover, and(eq(cover.orgId, absences.orgId), eq(cover.id, absences.coverId)))
      .where(
        and(
          eq(absences.orgId, ctx.orgId),
          isNull(absences.endedAt),
          lte(absences.startsAt, ctx.now),
          gt(absences.endsAt, ctx.now),
        ),
      )
      .orderBy(asc(who.name), asc(absences.id)),
);

/** Absences of the organisation, future and current ones first. At most 100. Everybody sees who covers for whom. */
export const listAbsences = query("case.read", async (ctx): Promise<AbsenceView[]> => {
  const rows = await ctx.db
    .select({ leave: absences, name: who.name, coverName: cover.name })
    .from(absences)
    .innerJoin(who, and(eq(who.orgId, absences.orgId), eq(who.id, absences.memberId)))
    .innerJoin(cover, and(eq(cover.orgId, absences.orgId), eq(cover.id, absences.coverId)))
    .where(eq(absences.orgId, ctx.orgId))
    .orderBy(desc(absences.endsAt), asc(absences.id))
    .limit(100);
  return rows.map(({ leave, name, coverName }) => {
    const { id, memberId, coverId, fromOn, untilOn, endedAt } = leave;
    return { id, memberId, name, coverId, coverName, fromOn, untilOn, endedAt, state: stateOf(leave, ctx.now) };
  });
});
