import "server-only";
import { and, eq } from "drizzle-orm";
import { caseSteps, stepEvents } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { lockCase } from "@/lib/cases/scope";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { playbookOf, readFacts } from "./queries";
import type { Guard } from "./types";

type StepEvent = {
  caseId: string;
  stepKey: string;
  event: "begun" | "submitted" | "outcome" | "done" | "skipped" | "reopened" | "contact";
  happenedOn: string;
  note: string | null;
};

/** Adds to the history of a step, which only grows. */
export async function noteStepEvent(ctx: Scoped, event: StepEvent): Promise<void> {
  await ctx.db.insert(stepEvents).values({
    id: newId(),
    orgId: ctx.orgId,
    recordedBy: ctx.actor.memberId,
    recordedAt: ctx.now,
    ...event,
  });
}

/** The case with its playbook and facts, nobody else changing it. @throws AppError not_found for a step it has not */
export async function lockStep(ctx: Scoped, caseId: string, stepKey: string) {
  const row = await lockCase(ctx, caseId);
  const playbook = playbookOf(row);
  const step = playbook.steps[stepKey];
  if (!step) throw new AppError("not_found", "This case has no such step.");
  return { row, playbook, step, facts: await readFacts(ctx, row) };
}

/** What the rules refuse is said in the rules' own words. @throws AppError conflict */
export function refuseUnless(guard: Guard): void {
  if (!guard.ok) throw new AppError("conflict", guard.reason);
}

type StepChange = Partial<Omit<typeof caseSteps.$inferInsert, "orgId" | "caseId" | "stepKey" | "updatedAt">> & {
  state: "begun" | "submitted" | "done" | "skipped";
};

/** Writes where a step stands now. */
export async function writeStep(ctx: Scoped, caseId: string, stepKey: string, change: StepChange): Promise<void> {
  const values = { ...change, updatedAt: ctx.now };
  await ctx.db
    .insert(caseSteps)
    .values({ orgId: ctx.orgId, caseId, stepKey, ...values })
    .onConflictDoUpdate({ target: [caseSteps.caseId, caseSteps.stepKey], set: values });
}

/** Forgets that a step was begun or skipped; its history keeps it. */
export async function clearStep(ctx: Scoped, caseId: string, stepKey: string): Promise<void> {
  await ctx.db
    .delete(caseSteps)
    .where(and(eq(caseSteps.orgId, ctx.orgId), eq(caseSteps.caseId, caseId), eq(caseSteps.stepKey, stepKey)));
}
