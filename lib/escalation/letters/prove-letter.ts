import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { letters } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { lockLetter } from "./access";
import { ProveLetter } from "./input";
import { letterCode, letterPlace } from "./rules";

/**
 * Records what shows that a letter of ours arrived: the number of the post, who signed for it. A later proof takes the
 * place of an earlier one. @throws AppError not_found; conflict for a letter that came in
 */
export const proveLetter = command({
  needs: "case.write",
  input: ProveLetter,
  async run(ctx, { letterId, proofKind, proof }) {
    const { row, found } = await lockLetter(ctx, letterId);
    if (row.direction === "in") throw new AppError("conflict", t("Proof of sending is for letters that we sent."));
    const vault = await openVault(ctx, found.keyId);
    await ctx.db
      .update(letters)
      .set({ proofKind, proof: vault.sealMaybe(letterPlace(row.id, "proof"), proof) })
      .where(and(eq(letters.orgId, ctx.orgId), eq(letters.id, row.id)));
    await touchCase(ctx, found.id);
    return {
      value: { code: letterCode(row.direction, row.number) },
      audit: { action: "letter.proven", subjectId: row.id, caseId: found.id, detail: { kind: proofKind } },
    };
  },
});
