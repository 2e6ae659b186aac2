import "server-only";
import { assignmentBatches, assignmentRows } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { findStaff } from "@/lib/organisation/members/access";
import { openStaffVault } from "@/lib/organisation/members/open-staff-vault";
import { isId } from "@/lib/platform/ids";
import { BeginBatch } from "./input";

/**
 * Records which cases are to be assigned to whom and why. Nothing is assigned yet: `runBatch` does that, one at a time.
 * The id is created when the form is rendered, so submitting it twice is one batch.
 * @throws AppError invalid with its field; not_found for a person who is not a member; conflict if the batch was
 * already started
 */
export const beginBatch = command({
  needs: "case.write",
  input: BeginBatch,
  async run(ctx, { batchId, caseIds, memberId, reason }) {
    await findStaff(ctx, memberId, "memberId");
    const asked = [...new Set(caseIds.filter(isId))];
    const vault = await openStaffVault(ctx);
    await ctx.db.insert(assignmentBatches).values({
      id: batchId,
      orgId: ctx.orgId,
      toMember: memberId,
      keyId: vault.keyId,
      askedBy: ctx.actor.memberId ?? "",
      askedAt: ctx.now,
      total: asked.length,
      reason: vault.seal({ table: "assignment_batches", column: "reason", row: batchId }, reason),
    });
    if (asked.length > 0) {
      const rows = asked.map((askedId, place) => ({ orgId: ctx.orgId, batchId, askedId, place }));
      await ctx.db.insert(assignmentRows).values(rows);
    }
    const detail = { to: memberId, cases: asked.length };
    return { value: { id: batchId }, audit: { action: "assignment.begun", subjectId: batchId, detail } };
  },
});
