import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { type CaseRow, readReading } from "@/lib/escalation/ladder/queries";
import { evaluateActs } from "@/lib/escalation/ladder/rules";
import { queueOf } from "@/lib/escalation/queue/rules";
import type { QueueItem } from "@/lib/escalation/queue/types";
import type { CaseReading } from "@/lib/escalation/steps/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** One item of a case as it is now, with the case locked. @throws AppError not_found */
export async function lockItem(
  ctx: TxCtx,
  caseId: string,
  key: string,
): Promise<{ row: CaseRow; c: CaseReading; item: QueueItem }> {
  const row = await lockCase(ctx, caseId);
  const c = await readReading(ctx, row);
  const { clocks, next, alsoReady } = evaluateActs(c);
  const [item] = queueOf(c, clocks, [next, ...alsoReady], new Set([key]));
  if (!item) throw new AppError("not_found", t("This act is done or no longer waits. Open My work again."));
  return { row, c, item };
}
