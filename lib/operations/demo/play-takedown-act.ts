import "server-only";
import { listExhibitChoices } from "@/lib/casework/incidents/queries";
import { answerTakedown } from "@/lib/escalation/takedowns/commands/answer-takedown";
import { recordLooks } from "@/lib/escalation/takedowns/commands/record-looks";
import { reportTakedown } from "@/lib/escalation/takedowns/commands/report-takedown";
import { trackItems } from "@/lib/escalation/takedowns/commands/track-items";
import { listTakedowns, readTakedown } from "@/lib/escalation/takedowns/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import type { TakedownAct } from "./story-types";

/** Puts what the case has on its take-down list, or records a report, an answer or a look for items of it. */
export async function playTakedownAct(ctx: Ctx, caseId: string, act: TakedownAct): Promise<unknown> {
  const on = officeToday(ctx.now);
  if ("track" in act) {
    const { candidates } = await listTakedowns(ctx, caseId);
    return trackItems(ctx, { caseId, keys: candidates.map(({ key }) => key) });
  }
  const { items } = await listTakedowns(ctx, caseId);
  const idOf = (code: string) => items.find((item) => item.code === code)?.id ?? "";
  if ("seen" in act) {
    const exhibit = act.proof === undefined ? undefined : (await listExhibitChoices(ctx, caseId))[act.proof];
    const takedownIds = act.items.map(idOf);
    return recordLooks(ctx, { caseId, takedownIds, seen: act.seen, on, seenBy: act.by, proofExhibitId: exhibit?.id });
  }
  const takedownId = idOf(act.item);
  if ("answered" in act) return answerTakedown(ctx, { takedownId, answer: act.answered, on, note: act.note });
  const [number] = act.known ? (await readTakedown(ctx, caseId, takedownId)).loose : [];
  return reportTakedown(ctx, {
    takedownId,
    route: act.reported,
    on,
    reportId: act.id,
    referenceId: number?.value,
    tipOffSeen: true,
    removalSeen: true,
  });
}
