import { logRefusal } from "@/lib/escalation/refusals/log-refusal";
import type { Ctx } from "@/lib/kernel/access/ctx";

/** What is typed after somebody was sent away from the counter. */
export const refused = {
  stepKey: "csc-report",
  office: "Voorbeeldfontein station",
  officer: "Constable Example",
  forceNumber: "0000002-2",
  when: "2026-11-16T10:15",
  zone: "Africa/Johannesburg",
  words: "This is not serious enough for a docket",
  witnesses: "The client's sister stood beside",
};

export async function plantRefusal(ctx: Ctx, caseId: string, over: Record<string, unknown> = {}): Promise<string> {
  const { id } = await logRefusal(ctx, { caseId, ...refused, ...over });
  return id;
}
