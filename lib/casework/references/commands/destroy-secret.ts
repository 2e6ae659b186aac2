import "server-only";
import { and, eq } from "drizzle-orm";
import { referenceSecrets } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { findSecret } from "../access";
import { DestroySecret } from "../input";

/**
 * Destroys the text of a secret permanently. The fact that there was one, and when it was destroyed, is kept. @throws
 * AppError not_found
 */
export const destroySecret = command({
  needs: "case.write",
  input: DestroySecret,
  async run(ctx, { secretId }) {
    await lockCase(ctx, (await findSecret(ctx, secretId)).caseId);
    // Reread under the lock: of two concurrent calls, the second no longer finds it.
    const { caseId, referenceId } = await findSecret(ctx, secretId);
    await ctx.db
      .update(referenceSecrets)
      .set({ secret: null, destroyedAt: ctx.now })
      .where(and(eq(referenceSecrets.orgId, ctx.orgId), eq(referenceSecrets.id, secretId)));
    await touchCase(ctx, caseId);
    return {
      value: { caseId },
      audit: { action: "reference.secret_destroyed", subjectId: referenceId, caseId, detail: {} },
    };
  },
});
