import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { stepEvents } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { queueOf } from "@/lib/escalation/queue/rules";
import { writeQueue } from "@/lib/escalation/queue/write-queue";
import { factOf, findPart, isDone, metOn, withPlatform } from "@/lib/escalation/steps/rules";
import { splitStep } from "@/lib/escalation/steps/split-step";
import type { CaseReading, StepPart } from "@/lib/escalation/steps/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { isPerPlatform } from "@/lib/law/jurisdictions/rules";
import type { Playbook, PlaybookStep } from "@/lib/law/jurisdictions/types";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { type CaseRow, readReading, readReadings } from "./queries";
import { evaluateCase, forLists } from "./rules";
import type { Guard, LadderFacts, LadderView } from "./types";

type Asked = { caseId: string; stepKey: string; part?: string | undefined };

/** The step being changed; for one of its reports, `part` and what is already recorded of it. */
export type LockedStep = {
  row: CaseRow;
  playbook: Playbook;
  step: PlaybookStep;
  facts: LadderFacts;
  part: string;
  report: StepPart | null;
};

/**
 * The case with its playbook and facts, locked. For a step with several reports, one report is read.
 * @param whole the act may apply to such a step as a whole
 * @throws AppError not_found for a step the playbook does not have; invalid on `part` if the report must be named;
 * conflict for a report of a step that was skipped as a whole
 */
export async function lockStep(ctx: TxCtx, { caseId, stepKey, part }: Asked, whole = false): Promise<LockedStep> {
  const row = await lockCase(ctx, caseId);
  const c = await readReading(ctx, row);
  const step = Object.hasOwn(c.playbook.steps, stepKey) ? c.playbook.steps[stepKey] : undefined;
  if (!step) throw new AppError("not_found", t("This case has no such step."));
  const all = { row, playbook: c.playbook, step, facts: c.facts, part: "", report: null };
  if (!isPerPlatform(step, c.law)) {
    if (part) throw new AppError("not_found", t("This step is of no platform."));
    return all;
  }
  if (!part && whole) return all;
  const report = part ? findPart(splitStep(withPlatform(c, part), step), part) : null;
  if (!report) throw new AppError("invalid", t("Choose the platform."), { part: t("Choose the platform.") });
  if (report.takedown) {
    throw new AppError(
      "conflict",
      t("{code} is on the take-down list. Record it there.", { code: report.takedown.code }),
    );
  }
  if (report.row === "" && report.fact?.state === "skipped") {
    throw new AppError("conflict", t("The whole step is marked as not needed. Undo that first."));
  }
  const { reading } = report;
  return { row, playbook: reading.playbook, step: report.step, facts: reading.facts, part: report.key, report };
}

/** A rejection by the rules shows the rules' own message. @throws AppError conflict */
export function refuseUnless(guard: Guard): void {
  if (!guard.ok) throw new AppError("conflict", guard.reason);
}

export type Advance = {
  views: Map<string, LadderView>;
  /** Steps whose record arrived since the last evaluation. */
  completed: { caseId: string; step: string }[];
  /** Cases of which lists show something else now. */
  changed: number;
};

/**
 * Re-evaluates the ladders of locked cases: a step whose record has arrived is completed in its history, and changed
 * list values are updated. The number of statements does not grow with the number of cases.
 */
export async function advanceCases(ctx: TxCtx, rows: readonly CaseRow[]): Promise<Advance> {
  if (rows.length === 0) return { views: new Map(), completed: [], changed: 0 };
  const readings = await readReadings(ctx, rows);
  const completed = await noteCompleted(ctx, readings);
  return { completed, ...(await writeViews(ctx, rows, readings)) };
}

/**
 * After an act of a person, so that their lists are right at once. What the act completed is noted by the job, as after
 * every other act.
 */
export async function refreshLists(ctx: TxCtx, caseId: string): Promise<void> {
  const row = await lockCase(ctx, caseId);
  await writeViews(ctx, [row], await readReadings(ctx, [row]));
}

/** The views of these cases, and what lists and the queue keep of them. */
async function writeViews(
  ctx: TxCtx,
  rows: readonly CaseRow[],
  readings: ReadonlyMap<string, CaseReading>,
): Promise<Omit<Advance, "completed">> {
  const views = new Map([...readings].map(([id, reading]) => [id, evaluateCase(reading)]));
  const items = [...readings].flatMap(([id, reading]) => {
    const view = views.get(id);
    return view ? [[id, queueOf(reading, view.clocks, [view.next, ...view.alsoReady])] as const] : [];
  });
  await writeQueue(ctx, new Map(items));
  return { views, changed: await writeLists(ctx, rows, views) };
}

/**
 * Notes in the history that a step's own rule came to be met, such as the one that waited for the CAS number, or no
 * longer is (the number was withdrawn). Whether it is met is always derived; only its history is written.
 */
async function noteCompleted(ctx: TxCtx, readings: ReadonlyMap<string, CaseReading>): Promise<Advance["completed"]> {
  const last = await lastEvents(ctx, [...readings.keys()]);
  const fresh = [...readings].flatMap(([caseId, c]) =>
    Object.values(c.playbook.steps).flatMap((step) => {
      if (factOf(c, step.key)?.state === "done") return [];
      const met = isDone(c, step);
      const noted = last.get(`${caseId} ${step.key}`) === "done";
      if (met === noted) return [];
      // A rule can be met by what happened long before it was written down here.
      const happenedOn = (met && metOn(c, step)) || c.moment.today;
      return [{ caseId, stepKey: step.key, part: "", event: met ? "done" : "reopened", happenedOn } as const];
    }),
  );
  if (fresh.length > 0) {
    const by = { orgId: ctx.orgId, recordedBy: ctx.actor.memberId, recordedAt: ctx.now, note: null };
    await ctx.db.insert(stepEvents).values(fresh.map((event) => ({ id: newId(), ...by, ...event })));
  }
  return fresh
    .filter((stepEvent) => stepEvent.event === "done")
    .map(({ caseId, stepKey }) => ({ caseId, step: stepKey }));
}

/** The latest of done, reopened and skipped for each step of these cases as a whole. */
async function lastEvents(ctx: TxCtx, caseIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectDistinctOn([stepEvents.caseId, stepEvents.stepKey], {
      caseId: stepEvents.caseId,
      stepKey: stepEvents.stepKey,
      event: stepEvents.event,
    })
    .from(stepEvents)
    .where(
      and(
        sql`${stepEvents.caseId} = any(${`{${caseIds.join(",")}}`}::uuid[])`,
        eq(stepEvents.part, ""),
        inArray(stepEvents.event, ["done", "reopened", "skipped"]),
      ),
    )
    .orderBy(stepEvents.caseId, stepEvents.stepKey, desc(stepEvents.recordedAt), desc(stepEvents.id));
  return new Map(rows.map((row) => [`${row.caseId} ${row.stepKey}`, row.event]));
}

/** One statement for all cases of which lists show something else now. */
async function writeLists(
  ctx: TxCtx,
  rows: readonly CaseRow[],
  views: ReadonlyMap<string, LadderView>,
): Promise<number> {
  const news = rows.flatMap((row) => {
    const view = views.get(row.id);
    const fields = view && forLists(view);
    const same =
      fields &&
      (Object.keys(fields) as (keyof typeof fields)[]).every((key) => fields[key]?.valueOf() === row[key]?.valueOf());
    return fields && !same ? [{ id: row.id, ...fields }] : [];
  });
  if (news.length === 0) return 0;
  const ids = news.map(({ id }) => id);
  // Named by their ids too: Postgres takes the list for a hundred rows, and joined with it alone may read all cases.
  await ctx.db.execute(sql`
    update app.cases c set level = n.level, levels = n.levels, marks = n.marks, next_step = n."nextStep",
      next_due_on = n."nextDueOn", next_due_at = n."nextDueAt", next_due_label = n."nextDueLabel"
    from jsonb_to_recordset(${JSON.stringify(news)}::jsonb) as n(id uuid, level int, levels int, marks text,
      "nextStep" text, "nextDueOn" date, "nextDueAt" timestamptz, "nextDueLabel" text)
    where c.org_id = ${ctx.orgId}::uuid and c.id = any(${sql.param(ids)}::uuid[]) and c.id = n.id`);
  return news.length;
}
