import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import { instantOnWall } from "@/lib/platform/time/zone";
import type { Ago } from "./story-types";

/** The same person some days ago: what they do then carries that day. */
export function daysAgo(ctx: Ctx, ago: Ago, at = "09:00"): Ctx {
  return { ...ctx, now: instantOnWall(`${dayAgo(ctx, ago)}T${at}`, officeZone()) ?? ctx.now };
}

export function dayAgo(ctx: Ctx, ago: Ago): CivilDate {
  return addDays(officeToday(ctx.now), -ago);
}
