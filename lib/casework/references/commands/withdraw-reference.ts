import "server-only";
import { and, eq } from "drizzle-orm";
import { references } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { findReference, refuseOldReference } from "../access";
import { WithdrawReference } from "../input";
import { noteChange } from "../note-change";
import { writeKeys } from "../write-keys";

/** Withdraws a number that never belonged to the case. The row stays, and a step it completed reopens. */
export const withdrawReference = command({
  needs: "case.write",
  input: WithdrawReference,
  async run(ctx, { referenceId, reason }) {
    await lockCase(ctx, (await findReference(ctx, referenceId)).caseId);
    // Reread under the lock: of two concurrent calls, the second no longer finds it.
    const row = await findReference(ctx, referenceId);
    refuseOldReference(ctx, row);
    const after = { state: "withdrawn" as const };
    await ctx.db
      .update(references)
      .set(after)
      .where(and(eq(references.orgId, ctx.orgId), eq(references.id, referenceId)));
    await noteChange(ctx, { ...row, change: "withdrawn", before: row, after, reason });
    await writeKeys(ctx, { caseId: row.caseId, referenceId, handoverId: row.handoverId, keys: [] });
    await touchCase(ctx, row.caseId);
    return {
      value: { caseId: row.caseId },
      audit: {
        action: "reference.withdrawn",
        subjectId: referenceId,
        caseId: row.caseId,
        detail: { kind: row.kind, reason },
      },
    };
  },
});
