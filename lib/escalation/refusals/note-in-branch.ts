import "server-only";
import { noteStepEvent } from "@/lib/escalation/ladder/note-step-event";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { CivilDate } from "@/lib/platform/time/calendar";

/** One line in the history of the branch, which only grows. */
export async function noteInBranch(
  ctx: TxCtx,
  line: { caseId: string; stepKey: string; on: CivilDate; note: string },
): Promise<void> {
  const { on, ...event } = line;
  await noteStepEvent(ctx, { ...event, part: "", event: "contact", happenedOn: on });
}
