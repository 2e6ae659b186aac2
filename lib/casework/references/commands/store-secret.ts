import "server-only";
import { referenceSecrets } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import { findReference } from "../access";
import { StoreSecret } from "../input";
import { secretPlace } from "../rules";

/** Encrypts a secret that belongs to a number under the key of its case, such as the PIN of a hash report. */
export const storeSecret = command({
  needs: "case.write",
  input: StoreSecret,
  async run(ctx, { referenceId, label, secret }) {
    const { caseId } = await findReference(ctx, referenceId);
    const { keyId } = await lockCase(ctx, caseId);
    const vault = await openVault(ctx, keyId);
    const id = newId();
    await ctx.db.insert(referenceSecrets).values({
      id,
      orgId: ctx.orgId,
      caseId,
      referenceId,
      label,
      secret: vault.seal(secretPlace(id), secret),
      storedBy: ctx.actor.memberId ?? "",
      storedAt: ctx.now,
    });
    await touchCase(ctx, caseId);
    return {
      value: { id, caseId },
      audit: { action: "reference.secret_stored", subjectId: referenceId, caseId, detail: {} },
    };
  },
});
