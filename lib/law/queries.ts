import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { proclaimedDays, provisionVersions } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { houseLaw, type Law } from "@/lib/jurisdictions/rules";
import { layOver } from "./rules";
import type { LeftOut } from "./types";

/**
 * The law as this organisation has it: the release, with what its administrators found since then laid over it, and
 * the days that were proclaimed holidays. Whatever reckons with law on behalf of a person asks here.
 */
export async function readLaw(ctx: Scoped): Promise<Law> {
  return (await readLaidLaw(ctx)).law;
}

/** As readLaw, with the changes that this release has no place for. */
async function readLaidLaw(ctx: Scoped): Promise<{ law: Law; leftOut: LeftOut[] }> {
  const [changes, days] = await Promise.all([
    ctx.db
      .selectDistinctOn([provisionVersions.part, provisionVersions.key])
      .from(provisionVersions)
      .where(eq(provisionVersions.orgId, ctx.orgId))
      .orderBy(provisionVersions.part, provisionVersions.key, desc(provisionVersions.version)),
    ctx.db
      .select({ calendar: proclaimedDays.calendar, day: proclaimedDays.day, name: proclaimedDays.name })
      .from(proclaimedDays)
      .where(and(eq(proclaimedDays.orgId, ctx.orgId), eq(proclaimedDays.withdrawn, false)))
      .orderBy(proclaimedDays.calendar, proclaimedDays.day),
  ]);
  return layOver(houseLaw, changes, days);
}
