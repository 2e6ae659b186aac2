import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { members, proclaimedDays, provisionVersions } from "@/db/schema";
import { onceInBatch, type TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { houseLaw, type Law } from "@/lib/law/jurisdictions/rules";
import { isWithdrawn, layOver } from "./rules";
import type {
  AmendablePart,
  LawDesk,
  LeftOut,
  ProclaimedDayView,
  ProvisionChange,
  ProvisionVersionView,
} from "./types";

/**
 * The law as this organisation has it: the release, with what its administrators found since then laid over it, and
 * the days that were proclaimed holidays. Whatever calculates with law on behalf of a person asks here.
 */
export async function readLaw(ctx: TxCtx): Promise<Law> {
  return onceInBatch(ctx, "law", async () => (await readLaidLaw(ctx)).law);
}

/** As readLaw, with the changes that this release has no place for. */
async function readLaidLaw(ctx: TxCtx): Promise<{ law: Law; leftOut: LeftOut[]; changes: ProvisionChange[] }> {
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
  return { ...layOver(houseLaw, changes, days), changes };
}

/** The law with what the organisation changed in it, for the pages that show law. */
export const readLawDesk = query("law.read", async (ctx): Promise<LawDesk> => {
  const { law, leftOut, changes } = await readLaidLaw(ctx);
  const changed = changes.filter((row) => !isWithdrawn(row)).map((row) => `${row.part} ${row.key}`);
  return { law, leftOut, changed: new Set(changed) };
});

/** Every version that the organisation wrote of a provision, the newest first. */
export const listProvisionVersions = query(
  "law.read",
  async (ctx, part: AmendablePart, key: string): Promise<ProvisionVersionView[]> => {
    const rows = await ctx.db
      .select({ version: provisionVersions, by: members.name })
      .from(provisionVersions)
      .innerJoin(members, eq(members.id, provisionVersions.recordedBy))
      .where(
        and(eq(provisionVersions.orgId, ctx.orgId), eq(provisionVersions.part, part), eq(provisionVersions.key, key)),
      )
      .orderBy(desc(provisionVersions.version));
    return rows.map(({ version, by }) => ({ ...version, by }));
  },
);

/** Every day that was proclaimed here, also those taken back, the newest day first. */
export const listProclaimedDays = query("law.read", async (ctx): Promise<ProclaimedDayView[]> => {
  const rows = await ctx.db
    .select({ day: proclaimedDays, by: members.name })
    .from(proclaimedDays)
    .innerJoin(members, eq(members.id, proclaimedDays.recordedBy))
    .where(eq(proclaimedDays.orgId, ctx.orgId))
    .orderBy(desc(proclaimedDays.day), desc(proclaimedDays.recordedAt));
  return rows.map(({ day, by }) => ({ ...day, by }));
});
