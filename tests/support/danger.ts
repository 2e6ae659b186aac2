import { assessDanger } from "@/lib/casework/danger/assess-danger";
import { getDanger } from "@/lib/casework/danger/queries";
import { shownMark } from "@/lib/casework/danger/rules";
import type { Ctx } from "@/lib/kernel/access/ctx";

/** The fields of an answer for the acts as they are now. */
export async function dangerAnswer(ctx: Ctx, caseId: string, over: object = {}): Promise<Record<string, unknown>> {
  const { question } = await getDanger(ctx, caseId);
  return { shown: shownMark(question.acts), answer: "none", reason: "Nothing says that it is meant now.", ...over };
}

/** Says for the acts as they are now that no danger is seen, or what `over` says. */
export async function answerDanger(ctx: Ctx, caseId: string, over: object = {}): Promise<string> {
  const { id } = await assessDanger(ctx, { caseId, ...(await dangerAnswer(ctx, caseId, over)) });
  return id;
}
