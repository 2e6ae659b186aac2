import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { handoverOutcomes } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { lockReadableHandover } from "../access";
import { RecordOutcome } from "../input";
import { keyForBoth } from "../key-for-both";
import { outcomeLabels } from "../labels";
import { noteEvent } from "../note-event";
import { firstZone } from "../rules";

/**
 * The officer reports the status of the matter. Each report is one more line of its history.
 * @throws AppError invalid at `on` for a future date, at `note` for a refusal without a reason; conflict if the last
 * line says the same
 */
export const recordOutcome = command({
  needs: "handover.answer",
  input: RecordOutcome,
  async run(ctx, { handoverId, outcome, on, note }) {
    const { handover, packet } = await lockReadableHandover(ctx, handoverId);
    if (on > civilDate(ctx.now, firstZone)) {
      throw new AppError("invalid", t("This day is in the future."), { on: t("This day is in the future.") });
    }
    await refuseRepeated(ctx, handoverId, { outcome, on });
    const id = newId();
    const vault = await openVault(ctx, keyForBoth(packet));
    await ctx.db.insert(handoverOutcomes).values({
      id,
      orgId: ctx.orgId,
      caseId: handover.caseId,
      handoverId,
      keyId: vault.keyId,
      outcome,
      on,
      note: vault.sealMaybe({ table: "handover_outcomes", column: "note", row: id }, note),
      recordedAt: ctx.now,
      recordedBy: handover.liaisonId,
    });
    const line = written(() => `${outcomeLabels[outcome].label}, ${formatDate(on)}`);
    await noteEvent(ctx, handover, "outcome", line);
    await enqueue(ctx, "ladder.advance", { caseId: handover.caseId });
    return {
      value: { id },
      audit: {
        action: "handover.outcome_recorded",
        subjectId: handoverId,
        caseId: handover.caseId,
        detail: { outcome, on },
      },
    };
  },
});

type Said = Pick<RecordOutcome, "outcome" | "on">;

/** A form submitted twice is one line. The handover is locked, so the last line stays the last. */
async function refuseRepeated(ctx: TxCtx, handoverId: string, { outcome, on }: Said): Promise<void> {
  const [last] = await ctx.db
    .select({ outcome: handoverOutcomes.outcome, on: handoverOutcomes.on })
    .from(handoverOutcomes)
    .where(and(eq(handoverOutcomes.orgId, ctx.orgId), eq(handoverOutcomes.handoverId, handoverId)))
    .orderBy(desc(handoverOutcomes.id))
    .limit(1);
  const message = t("This is what you recorded last.");
  if (last?.outcome === outcome && last.on === on) throw new AppError("conflict", message, { outcome: message });
}
