import "server-only";
import { assessDanger } from "@/lib/casework/danger/assess-danger";
import { getDanger } from "@/lib/casework/danger/queries";
import { shownMark } from "@/lib/casework/danger/rules";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { addDays } from "@/lib/platform/time/calendar";
import type { DangerAct } from "./story-types";

/** Says whether there is danger, for the acts that are on the case by then. */
export async function playDangerAct(ctx: Ctx, caseId: string, act: DangerAct): Promise<unknown> {
  const { question } = await getDanger(ctx, caseId);
  const today = officeToday(ctx.now);
  const steps = (act.steps ?? []).flatMap(({ what, at }, i) => [
    [`step${i + 1}`, what] as const,
    ...(at ? [[`step${i + 1}At`, `${today}T${at}`] as const] : []),
  ]);
  return assessDanger(ctx, {
    caseId,
    shown: shownMark(question.acts),
    answer: act.danger,
    reason: act.reason,
    ...Object.fromEntries(steps),
    reviewOn: act.review === undefined ? "" : addDays(today, act.review),
  });
}
