import "server-only";
import { caseSteps } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { LockedStep } from "./access";

type StepChange = Partial<
  Omit<typeof caseSteps.$inferInsert, "orgId" | "caseId" | "stepKey" | "part" | "updatedAt">
> & {
  state: "begun" | "submitted" | "done" | "skipped";
};

/** Writes the state of a step. A report starts from what was recorded for its platform, or for the whole step. */
export async function writeStep(
  ctx: TxCtx,
  { row, step, part, report }: LockedStep,
  change: StepChange,
): Promise<void> {
  const values = { ...change, updatedAt: ctx.now };
  const fact = report?.row === report?.key ? null : report?.fact;
  const before = {
    begunOn: fact?.begunOn,
    submittedOn: fact?.submittedOn,
    submittedAt: fact?.submittedAt,
    lastContactOn: fact?.lastContactOn,
    dueOn: fact?.dueOn,
    answer: fact?.answer,
    outcome: fact?.outcome,
    outcomeOn: fact?.outcomeOn,
  };
  await ctx.db
    .insert(caseSteps)
    .values({ ...before, orgId: ctx.orgId, caseId: row.id, stepKey: step.key, part, ...values })
    .onConflictDoUpdate({ target: [caseSteps.caseId, caseSteps.stepKey, caseSteps.part], set: values });
}
