import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { cases, dangerAssessments } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { refuseFuture, riskWord } from "@/lib/casework/cases/rules";
import { touchCase } from "@/lib/casework/cases/touch-case";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { civilDate } from "@/lib/platform/time/clock";
import { instantOnWall } from "@/lib/platform/time/zone";
import { AssessDanger } from "./input";
import { readDanger } from "./read-danger";
import { assessmentPlace, shownMark } from "./rules";
import type { Step } from "./types";

/**
 * A named person says whether there is imminent danger, for the acts whose words raised the question. It cannot be
 * changed; a later one takes its place. "Imminent" marks the case as in danger, any other answer takes the mark away.
 * @throws AppError not_found; conflict for a closed case, and when an act came or changed since the page was opened;
 * invalid at `reviewOn`, `step1At`
 */
export const assessDanger = command({
  needs: "case.write",
  input: AssessDanger,
  async run(ctx, input) {
    const row = await lockCase(ctx, input.caseId);
    if (!ctx.actor.memberId) throw new AppError("forbidden", t("A person assesses danger."));
    const { question } = await readDanger(ctx, row);
    if (shownMark(question.acts) !== input.shown)
      throw new AppError("conflict", t("An act was added or changed since. Open the page again and read it first."));
    const law = await readLaw(ctx);
    const zone = findPlaybook(row.pair, row.playbookVersion, law)?.home.zone ?? "UTC";
    if (input.reviewOn && input.reviewOn < civilDate(ctx.now, zone)) {
      const message = t("Choose today or a future date.");
      throw new AppError("invalid", message, { reviewOn: message });
    }
    const id = newId();
    const vault = await openVault(ctx, row.keyId);
    await ctx.db.insert(dangerAssessments).values({
      id,
      orgId: ctx.orgId,
      caseId: row.id,
      answer: input.answer,
      acts: vault.seal(assessmentPlace(id, "acts"), JSON.stringify(question.acts)),
      reason: vault.seal(assessmentPlace(id, "reason"), input.reason),
      steps: vault.seal(assessmentPlace(id, "steps"), JSON.stringify(stepsOf(input, zone, ctx.now))),
      reviewOn: input.reviewOn,
      assessedBy: ctx.actor.memberId,
      assessedAt: ctx.now,
    });
    const marked = await markCase(ctx, row, input);
    await touchCase(ctx, row.id);
    const detail = { answer: input.answer, acts: question.acts.length };
    return {
      value: { id, caseId: row.id },
      audit: [{ action: "danger.assessed", subjectId: id, caseId: row.id, detail }, ...marked],
    };
  },
});

/** @throws AppError invalid at the field of a time that never was, or is to come */
function stepsOf(input: AssessDanger, zone: string, now: Date): Step[] {
  return ([1, 2, 3] as const).flatMap((no): Step[] => {
    const what = input[`step${no}`];
    const wall = input[`step${no}At`];
    if (!what) return [];
    if (!wall) return [{ what, at: null }];
    const at = instantOnWall(wall, zone);
    const field = `step${no}At`;
    if (!at) {
      const message = t("Use a day and a time: 2026-11-24T11:40.");
      throw new AppError("invalid", message, { [field]: message });
    }
    refuseFuture(at, now, field);
    return [{ what, at }];
  });
}

type Row = Awaited<ReturnType<typeof lockCase>>;

/** The mark on the case says what the last assessment said. */
async function markCase(ctx: TxCtx, row: Row, { answer, reason }: AssessDanger): Promise<AuditEntry[]> {
  const inDanger = answer === "imminent";
  if (row.inDanger === inDanger) return [];
  await ctx.db
    .update(cases)
    .set({ inDanger, dangerSince: inDanger ? ctx.now : null })
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, row.id)));
  const detail = { from: riskWord(row.risk, row.inDanger), to: riskWord(row.risk, inDanger), reason };
  return [{ action: "case.risk_changed", subjectId: row.id, caseId: row.id, detail }];
}
