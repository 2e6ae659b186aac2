import "server-only";
import { and, eq } from "drizzle-orm";
import { letters } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { lockLetter } from "./access";
import { WithdrawLetter } from "./input";
import { letterCode, letterPlace } from "./rules";

/**
 * Takes a letter off the register that was recorded in error. Its number is not given again, and what it ended is undone
 * at its step. @throws AppError not_found; conflict once it was taken off
 */
export const withdrawLetter = command({
  needs: "case.write",
  input: WithdrawLetter,
  async run(ctx, { letterId, reason }) {
    const { row, found } = await lockLetter(ctx, letterId);
    const vault = await openVault(ctx, found.keyId);
    await ctx.db
      .update(letters)
      .set({
        withdrawnAt: ctx.now,
        withdrawnReason: vault.seal(letterPlace(row.id, "withdrawn_reason"), reason),
      })
      .where(and(eq(letters.orgId, ctx.orgId), eq(letters.id, row.id)));
    await touchCase(ctx, found.id);
    return {
      value: { code: letterCode(row.direction, row.number) },
      audit: { action: "letter.withdrawn", subjectId: row.id, caseId: found.id, detail: {} },
    };
  },
});
