import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { dispatches, handovers, recalls } from "@/db/schema";
import { lockOpenCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { MakeRecall } from "./input";
import { openRecall } from "./open-recall";

/**
 * Recalls a copy that is out and that no release covers. It stays in the dispatch log until it is settled.
 * @throws AppError not_found; conflict if it is already being recalled
 */
export const makeRecall = command({
  needs: "handover.deliver",
  input: MakeRecall,
  async run(ctx, { how, heldId }) {
    const { caseId, packetId } = await findHeld(ctx, how, heldId);
    await lockOpenCase(ctx, caseId);
    const handoverId = how === "portal" ? heldId : null;
    const dispatchId = how === "paper" ? heldId : null;
    const same = how === "portal" ? eq(recalls.handoverId, heldId) : eq(recalls.dispatchId, heldId);
    const open = await ctx.db.$count(recalls, and(eq(recalls.orgId, ctx.orgId), same, isNull(recalls.settledAt)));
    if (open > 0) throw new AppError("conflict", t("This copy is being recalled already."));
    const audit = await openRecall(ctx, { handoverId, dispatchId, caseId, packetId }, null);
    await touchCase(ctx, caseId);
    return { value: { packetId }, audit };
  },
});

async function findHeld(ctx: TxCtx, how: "portal" | "paper", id: string) {
  const [row] =
    how === "portal"
      ? await ctx.db
          .select({ caseId: handovers.caseId, packetId: handovers.packetId })
          .from(handovers)
          .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.id, id)))
      : await ctx.db
          .select({ caseId: dispatches.caseId, packetId: dispatches.packetId })
          .from(dispatches)
          .where(and(eq(dispatches.orgId, ctx.orgId), eq(dispatches.id, id)));
  if (row) return row;
  throw new AppError("not_found", t("No such copy."));
}
