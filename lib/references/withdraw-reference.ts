import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { references } from "@/db/schema";
import { command } from "@/lib/access/command";
import { touchCase } from "@/lib/cases/scope";
import { AppError } from "@/lib/platform/errors";
import { WithdrawReference } from "./input";
import { findReference, writeKeys } from "./scope";

/** Takes a number off the case that was never its own. The row stays, and a step it completed opens again. */
export const withdrawReference = command({
  needs: "case.write",
  input: WithdrawReference,
  async run(ctx, { referenceId, reason }) {
    const row = await findReference(ctx, referenceId);
    const [won] = await ctx.db
      .update(references)
      .set({ state: "withdrawn", note: reason })
      .where(and(eq(references.orgId, ctx.orgId), eq(references.id, referenceId), ne(references.state, "withdrawn")))
      .returning({ id: references.id });
    if (!won) throw new AppError("conflict", "This number was withdrawn already.");
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
