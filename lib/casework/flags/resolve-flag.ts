import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { caseFlags } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { ResolveFlag } from "./input";

/**
 * Resolves a flag with a note of the outcome. It stays in the history permanently. Also on a closed case.
 * @throws AppError not_found; conflict if it is already resolved
 */
export const resolveFlag = command({
  needs: "case.write",
  input: ResolveFlag,
  async run(ctx, { flagId, note }) {
    const mine = and(eq(caseFlags.orgId, ctx.orgId), eq(caseFlags.id, flagId));
    const [flag] = await ctx.db.select().from(caseFlags).where(mine);
    if (!flag) throw new AppError("not_found", t("No such flag."));
    const row = await findCase(ctx, flag.caseId);
    const vault = await openVault(ctx, row.keyId);
    const resolution = vault.seal({ table: "case_flags", column: "resolution", row: flagId }, note);
    const [won] = await ctx.db
      .update(caseFlags)
      .set({ resolvedBy: ctx.actor.memberId, resolvedAt: ctx.now, resolution })
      .where(and(mine, isNull(caseFlags.resolvedAt)))
      .returning({ id: caseFlags.id });
    if (!won) throw new AppError("conflict", t("Somebody resolved this flag already. Reload to see what they noted."));
    return {
      value: { id: flagId, caseId: row.id },
      audit: { action: "flag.resolved", subjectId: flagId, caseId: row.id, detail: {} },
    };
  },
});
