import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { caseSteps, stepEvents } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { comparePlaybooks } from "@/lib/law/jurisdictions/compare-playbooks";
import { findPlaybook, type Law } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { findCase } from "./access";
import type { KeptStep, PlaybookMove } from "./types";

/**
 * What moving to the newest playbook version would change on a case, and what is recorded on steps that are not shown:
 * now, and after the move. @throws AppError not_found
 */
export const previewMove = query("case.read", async (ctx, caseId: string): Promise<PlaybookMove> => {
  const row = await findCase(ctx, caseId);
  const law = await readLaw(ctx);
  const now = findPlaybook(row.pair, row.playbookVersion, law);
  const newest = findPlaybook(row.pair, undefined, law);
  const ahead = newest !== null && newest.version > row.playbookVersion;
  const recorded = await recordedSteps(ctx, row, law);
  const withoutStep = (keys: object | undefined) =>
    recorded.filter((step) => !keys || !Object.hasOwn(keys, step.stepKey));
  const kept = withoutStep(now?.steps);
  return {
    version: row.playbookVersion,
    publishedOn: now?.publishedOn ?? null,
    newest: newest && { version: newest.version, publishedOn: newest.publishedOn },
    changes: ahead && now ? comparePlaybooks(now, newest, law) : null,
    ahead,
    kept,
    leaving: ahead ? withoutStep(newest.steps).filter((step) => !kept.includes(step)) : [],
    mayMove: ctx.actor.role === "supervisor" || row.ownerId === ctx.actor.memberId,
  };
});

type Row = Awaited<ReturnType<typeof findCase>>;

/** Every step on which something is recorded, with its history, named as any version of the playbook names it. */
async function recordedSteps(ctx: TxCtx, row: Row, law: Law): Promise<KeptStep[]> {
  const states = await ctx.db
    .select({ stepKey: caseSteps.stepKey, state: caseSteps.state })
    .from(caseSteps)
    .where(and(eq(caseSteps.orgId, ctx.orgId), eq(caseSteps.caseId, row.id)))
    // The step as a whole comes first; if only its reports were recorded, the latest of them.
    .orderBy(sql`${caseSteps.part} <> ''`, desc(caseSteps.updatedAt), asc(caseSteps.part));
  const events = await ctx.db
    .select({ id: stepEvents.id, stepKey: stepEvents.stepKey, event: stepEvents.event, on: stepEvents.happenedOn })
    .from(stepEvents)
    .where(and(eq(stepEvents.orgId, ctx.orgId), eq(stepEvents.caseId, row.id)))
    .orderBy(asc(stepEvents.recordedAt), asc(stepEvents.id));
  const keys = [...new Set([...states, ...events].map((item) => item.stepKey))];
  const versions = law.playbooks
    .filter((playbook) => playbook.pair === row.pair)
    .toSorted((a, b) => b.version - a.version);
  return keys.map((stepKey) => ({
    stepKey,
    title: versions.find((version) => version.steps[stepKey])?.steps[stepKey]?.title ?? stepKey,
    state: states.find((state) => state.stepKey === stepKey)?.state ?? null,
    events: events.filter((entry) => entry.stepKey === stepKey).map(({ id, event, on }) => ({ id, event, on })),
  }));
}
