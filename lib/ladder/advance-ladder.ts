import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { cases, stepEvents } from "@/db/schema";
import type { AuditEntry } from "@/lib/access/audit-entry";
import { command } from "@/lib/access/command";
import type { Scoped } from "@/lib/access/ctx";
import { lockCase } from "@/lib/cases/scope";
import { houseLaw } from "@/lib/jurisdictions/rules";
import { civilDate } from "@/lib/platform/clock";
import { isDone } from "@/lib/steps/rules";
import { playbookOf, readFacts } from "./queries";
import { evaluateLadder, miniText } from "./rules";
import { noteStepEvent } from "./scope";
import type { LadderFacts, LadderView } from "./types";

type Reading = { playbook: ReturnType<typeof playbookOf>; facts: LadderFacts; today: string };

/**
 * Looks at the ladder again after something happened: a step whose record has come in is completed, and what lists
 * show of the case is brought up to date. Run by a job; a second run finds the work done.
 */
export const advanceLadder = command({
  needs: "job.run",
  input: z.object({ caseId: z.uuid() }),
  async run(ctx, { caseId }) {
    const row = await lockCase(ctx, caseId);
    const playbook = playbookOf(row);
    const today = civilDate(ctx.now, playbook.home.zone);
    const facts = await readFacts(ctx, row);
    const completed = await noteCompleted(ctx, caseId, { playbook, facts, today });
    const view = evaluateLadder(playbook, facts, today, ctx.now);
    await ctx.db
      .update(cases)
      .set(forLists(view))
      .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId)));
    const done: AuditEntry[] = completed.map((step) => ({
      action: "step.completed",
      subjectId: caseId,
      caseId,
      detail: { step, by: "its own record" },
    }));
    const looked: AuditEntry = {
      action: "ladder.evaluated",
      subjectId: caseId,
      caseId,
      detail: { level: view.level.number },
    };
    return { value: { completed, level: view.level.number }, audit: [looked, ...done] };
  },
});

/**
 * Notes in the history that a step's own rule came to be met, such as the one that waited for the CAS number, or no
 * longer is (the number was withdrawn). Whether it is met is always derived; only its history is written.
 */
async function noteCompleted(ctx: Scoped, caseId: string, at: Reading): Promise<string[]> {
  const last = await lastEvents(ctx, caseId);
  const reading = { ...at, law: houseLaw, moment: { today: at.today, now: ctx.now, zone: at.playbook.home.zone } };
  const fresh: string[] = [];
  for (const step of Object.values(at.playbook.steps)) {
    const byHand = at.facts.steps.some((one) => one.stepKey === step.key && one.state === "done");
    if (byHand) continue;
    const [met, noted] = [isDone(reading, step), last.get(step.key) === "done"];
    if (met === noted) continue;
    const event = met ? ("done" as const) : ("reopened" as const);
    await noteStepEvent(ctx, { caseId, stepKey: step.key, event, happenedOn: at.today, note: null });
    if (met) fresh.push(step.key);
  }
  return fresh;
}

/** The latest of done, reopened and skipped for each step. */
async function lastEvents(ctx: Scoped, caseId: string): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ stepKey: stepEvents.stepKey, event: stepEvents.event })
    .from(stepEvents)
    .where(and(eq(stepEvents.caseId, caseId), inArray(stepEvents.event, ["done", "reopened", "skipped"])))
    .orderBy(asc(stepEvents.recordedAt), asc(stepEvents.id));
  return new Map(rows.map((row) => [row.stepKey, row.event]));
}

function forLists(view: LadderView) {
  const [first] = view.clocks;
  return {
    level: view.level.number,
    levels: view.level.of,
    marks: miniText(view),
    nextStep: view.next?.act ?? "",
    nextDueOn: first?.dueOn ?? null,
    nextDueLabel: first?.stepTitle ?? first?.title ?? null,
  };
}
