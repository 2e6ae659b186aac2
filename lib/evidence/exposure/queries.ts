import "server-only";
import { and, asc, count, eq, gte, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { exposures, members } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import { instantOnWall } from "@/lib/platform/time/zone";
import { type Counted, mondayOf, weeksOf, weeksShown } from "./rules";
import type { ExposureWeek, WorkerExposure } from "./types";

/** What the person has revealed this week, by the office's calendar. */
export const readMyExposure = query("case.read", async (ctx): Promise<ExposureWeek> => {
  const today = officeToday(ctx.now);
  const mine = eq(exposures.memberId, ctx.actor.memberId ?? ctx.orgId);
  const counted = await countFrom(ctx, mondayOf(today), mine);
  const [week] = weeksOf(counted, today, 1);
  if (!week) throw new Error("There is always a week.");
  return week;
});

/** How much each member on cases has revealed in each of the last eight weeks, by name; not what it was. */
export const readTeamExposure = query("team.read", async (ctx): Promise<WorkerExposure[]> => {
  const today = officeToday(ctx.now);
  const counted = await countFrom(ctx, addDays(mondayOf(today), -7 * (weeksShown - 1)));
  const seen = [...new Set(counted.map((tally) => tally.memberId))];
  const works = and(inArray(members.role, ["caseworker", "supervisor"]), isNull(members.removedAt));
  const people = await ctx.db
    .select({ memberId: members.id, name: members.name })
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), seen.length > 0 ? or(works, among(members.id, seen)) : works))
    .orderBy(asc(members.name), asc(members.id));
  return people.map(({ memberId, name }) => ({
    memberId,
    name,
    weeks: weeksOf(
      counted.filter((tally) => tally.memberId === memberId),
      today,
    ),
  }));
});

async function countFrom(ctx: TxCtx, from: CivilDate, of?: SQL): Promise<(Counted & { memberId: string })[]> {
  const day = sql<CivilDate>`to_char(${exposures.at} at time zone ${officeZone()}, 'YYYY-MM-DD')`;
  const start = instantOnWall(`${from}T00:00`, officeZone());
  const { memberId, what } = exposures;
  return ctx.db
    .select({ memberId, what, on: day.as("on_day"), count: count() })
    .from(exposures)
    .where(and(eq(exposures.orgId, ctx.orgId), start ? gte(exposures.at, start) : undefined, of))
    .groupBy(memberId, what, sql`on_day`);
}
