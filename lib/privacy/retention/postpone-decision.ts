import { t } from "@/lib/platform/language/translate";
import "server-only";
import { retentionChanges } from "@/db/schema";
import { lockAnyCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { officeToday } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { PostponeDecision } from "./input";
import { reasonPlace, wrongDay } from "./rules";

/**
 * Postpones the date on which the retention of a closed case is decided. Each change is stored, and the newest applies.
 * @throws AppError invalid at `decideOn` or `reason`; conflict for an open case, which has no such date
 */
export const postponeDecision = command({
  needs: "record.erase",
  input: PostponeDecision,
  async run(ctx, { caseId, decideOn, reason }) {
    const row = await lockAnyCase(ctx, caseId);
    if (!row.closedAt) throw new AppError("conflict", t("The case is open. The clock begins when it is closed."));
    const wrong = wrongDay(decideOn, officeToday(ctx.now));
    if (wrong) throw new AppError("invalid", wrong, { decideOn: wrong });
    const id = newId();
    const vault = await openVault(ctx, row.keyId);
    await ctx.db.insert(retentionChanges).values({
      id,
      orgId: ctx.orgId,
      caseId,
      decideOn,
      reason: vault.seal(reasonPlace(id), reason),
      changedBy: ctx.actor.memberId ?? "",
      changedAt: ctx.now,
    });
    const detail = { until: decideOn };
    return { value: { id }, audit: { action: "retention.postponed", subjectId: caseId, caseId, detail } };
  },
});
