import "server-only";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { openVault } from "@/lib/kernel/access/vault";
import { findSecret } from "../access";
import { RevealSecret } from "../input";
import { secretPlace } from "../rules";

/**
 * Decrypts a secret for one view. The reason is stored; what was seen is not.
 * @throws AppError not_found; invalid at `passkey` without fresh proof
 */
export const revealSecret = command({
  needs: "case.write",
  input: RevealSecret,
  rateLimit: "reveal",
  async run(ctx, { secretId, reason }) {
    const row = await findSecret(ctx, secretId);
    requireStepUp(ctx, "reference.reveal_secret");
    const vault = await openVault(ctx, row.found.keyId);
    const { referenceId: subjectId, caseId } = row;
    return {
      value: { secret: vault.open(secretPlace(row.id), row.secret) },
      audit: { action: "reference.secret_revealed", subjectId, caseId, detail: { reason } },
    };
  },
});
