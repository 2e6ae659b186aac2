import "server-only";
import { assignmentBatches, assignmentRows } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { findStaff } from "@/lib/organisation/members/access";
import { openStaffVault } from "@/lib/organisation/members/open-staff-vault";
import { isId } from "@/lib/platform/ids";
import { BeginBatch } from "./input";

/**
 * Notes which cases are to be given to whom and why. None is given yet: `runBatch` does that, one at a time. The id is
 * made when the form is rendered, so the same form sent twice is one list.
 * @throws AppError invalid with its field; not_found for a person who is not here; conflict when the list was begun
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
