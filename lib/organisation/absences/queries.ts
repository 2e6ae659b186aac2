import "server-only";
import { and, asc, desc, eq, gt, isNull, lte } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { leaves, members } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { stateOf } from "./rules";
import type { Away, LeaveView } from "./types";

const who = alias(members, "who");
const cover = alias(members, "cover");

/** Everybody who is away at this moment, by name. */
export const listAway = query(
  "case.read",
  async (ctx): Promise<Away[]> =>
    ctx.db
      .select({
        memberId: leaves.memberId,
        name: who.name,
        code: who.code,
        untilOn: leaves.untilOn,
        coverId: leaves.coverId,
        coverName: cover.name,
        coverCode: cover.code,
      })
      .from(leaves)
      .innerJoin(who, and(eq(who.orgId, leaves.orgId), eq(who.id, leaves.memberId)))
      .innerJoin(cover, and(eq(cover.orgId, leaves.orgId), eq(cover.id, leaves.coverId)))
      .where(
        and(
          eq(leaves.orgId, ctx.orgId),
          isNull(leaves.endedAt),
          lte(leaves.startsAt, ctx.now),
          gt(leaves.endsAt, ctx.now),
        ),
      )
      .orderBy(asc(who.name), asc(leaves.id)),
);

/** Leaves of the organisation, those to come and of now first. At most 100. Everybody sees who covers for whom. */
export const listLeaves = query("case.read", async (ctx): Promise<LeaveView[]> => {
  const rows = await ctx.db
    .select({ leave: leaves, name: who.name, coverName: cover.name })
    .from(leaves)
    .innerJoin(who, and(eq(who.orgId, leaves.orgId), eq(who.id, leaves.memberId)))
    .innerJoin(cover, and(eq(cover.orgId, leaves.orgId), eq(cover.id, leaves.coverId)))
    .where(eq(leaves.orgId, ctx.orgId))
    .orderBy(desc(leaves.endsAt), asc(leaves.id))
    .limit(100);
  return rows.map(({ leave, name, coverName }) => {
    const { id, memberId, coverId, fromOn, untilOn, endedAt } = leave;
    return { id, memberId, name, coverId, coverName, fromOn, untilOn, endedAt, state: stateOf(leave, ctx.now) };
  });
});
