import "server-only";
import { snoozeItem } from "@/lib/escalation/snoozes/snooze-item";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import type { Cast } from "./load-people";

/** One act of a caseworker that she has put off, once the queue of every case is there. */
export async function loadQueue({ thandi }: Cast): Promise<void> {
  const { queue } = await readMyWork(thandi.ctx);
  const act = queue.soon.items.find(({ doIt }) => doIt.snoozeUntil !== null);
  if (!act?.doIt.snoozeUntil) return;
  await snoozeItem(thandi.ctx, {
    caseId: act.caseId,
    itemKey: act.doIt.key,
    until: act.doIt.snoozeUntil < (act.dueOn ?? "") ? act.doIt.snoozeUntil : (act.dueOn ?? act.doIt.snoozeUntil),
    reason: "Agreed with the client: not before her examination is over.",
  });
}
