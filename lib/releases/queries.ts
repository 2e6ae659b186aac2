import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { members, releases } from "@/db/schema";
import { query } from "@/lib/access/query";
import { findCase } from "@/lib/cases/scope";
import { findPlaybook } from "@/lib/jurisdictions/rules";
import { civilDate } from "@/lib/platform/clock";
import { releaseState } from "./rules";
import type { ReleaseView } from "./types";

/** What the client signed, the newest first, ended ones included. @throws AppError not_found */
export const listReleases = query("case.read", async (ctx, caseId: string): Promise<ReleaseView[]> => {
  const row = await findCase(ctx, caseId);
  const today = civilDate(ctx.now, findPlaybook(row.pair, row.playbookVersion)?.home.zone ?? "UTC");
  const found = await ctx.db
    .select({ release: releases, by: members.name })
    .from(releases)
    .innerJoin(members, eq(members.id, releases.grantedBy))
    .where(and(eq(releases.orgId, ctx.orgId), eq(releases.caseId, row.id)))
    .orderBy(desc(releases.number));
  return found.map(({ release, by }) => {
    const { orgId: _org, caseId: _case, ...rest } = release;
    return { ...rest, code: `REL-${release.number}`, grantedBy: by, state: releaseState(release, today) };
  });
});
