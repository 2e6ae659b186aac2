import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { assignmentRows } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { assignCase } from "@/lib/casework/cases/commands/assign-case";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { findMyBatch } from "./access";
import { AssignRow } from "./input";
import type { AssignmentResult } from "./types";

/**
 * Assigns one case of a batch and records the result in its row, in one transaction. Any problem with the case becomes
 * the result of its row.
 * @throws AppError not_found for a batch started by somebody else; conflict for a row that was already tried
 */
export const assignRow = command({
  needs: "case.write",
  input: AssignRow,
  async run(ctx, { batchId, askedId }) {
    const batch = await findMyBatch(ctx, batchId);
    const mine = and(
      eq(assignmentRows.orgId, ctx.orgId),
      eq(assignmentRows.batchId, batchId),
      eq(assignmentRows.askedId, askedId),
    );
    const [row] = await ctx.db.select().from(assignmentRows).where(mine).for("update");
    if (!row) throw new AppError("not_found", t("No such row."));
    if (row.doneAt) throw new AppError("conflict", t("This case was tried already."));
    const result = await assignOrExplain(ctx, askedId, batch.toMember);
    const caseId = result === "gone" ? null : askedId;
    await ctx.db.update(assignmentRows).set({ result, caseId, doneAt: ctx.now }).where(mine);
    const about = caseId ? { caseId } : {};
    return {
      value: { result },
      audit: { action: "assignment.tried", subjectId: batchId, ...about, detail: { result } },
    };
  },
});

/** The underlying command runs in its own savepoint, so a rejection leaves nothing behind. */
async function assignOrExplain(ctx: TxCtx, caseId: string, memberId: string): Promise<AssignmentResult> {
  try {
    const before = await findCase(ctx, caseId);
    if (before.closedAt) return "closed";
    if (before.ownerId === memberId) return "theirs";
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return "gone";
    throw error;
  }
  try {
    await assignCase(ctx, { caseId, memberId });
    return "given";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "conflict") return (await findCase(ctx, caseId)).closedAt ? "closed" : "theirs";
    return "not_permitted";
  }
}
