import "server-only";
import { addPlanEntry } from "@/lib/casework/safety/plans/add-plan-entry";
import { recordSafetyReview } from "@/lib/casework/safety/reviews/record-safety-review";
import { assessRisk } from "@/lib/casework/safety/risk/assess-risk";
import { decideRisk } from "@/lib/casework/safety/risk/decide-risk";
import { fieldOf } from "@/lib/casework/safety/risk/rules";
import { recordDeviceCheck } from "@/lib/casework/safety/technology/record-device-check";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { addDays } from "@/lib/platform/time/calendar";
import type { SafetyAct } from "./story-types";

/** Writes the plan, answers and decides the risk, or goes through one item about devices. */
export async function playSafetyAct(ctx: Ctx, caseId: string, act: SafetyAct): Promise<unknown> {
  const today = officeToday(ctx.now);
  const until = (days: number | undefined) => (days === undefined ? "" : addDays(today, days));
  if ("device" in act)
    return recordDeviceCheck(ctx, { caseId, item: act.device, state: act.found, note: act.note, checkedOn: today });
  if ("plan" in act) {
    for (const { section, what, detail } of act.plan) await addPlanEntry(ctx, { caseId, section, what, detail });
    if (!act.reviewed) return undefined;
    return recordSafetyReview(ctx, { caseId, about: "plan", reviewedOn: today, reviewOn: until(act.review) });
  }
  const answers = Object.fromEntries([
    ...act.riskYes.map((key) => [fieldOf(key), "yes"] as const),
    ...act.riskNo.map((key) => [fieldOf(key), "no"] as const),
  ]);
  const { id } = await assessRisk(ctx, { caseId, ...answers });
  const { decide: level, reason } = act;
  return decideRisk(ctx, { caseId, assessmentId: id, level, reason, reviewOn: until(act.review) });
}
