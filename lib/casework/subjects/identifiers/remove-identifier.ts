import "server-only";
import { and, eq } from "drizzle-orm";
import { identifiers } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { refuseOld } from "@/lib/kernel/access/refuse-old";
import { findIdentifier } from "./access";
import { dropTokens } from "./drop-tokens";
import { RemoveIdentifier } from "./input";

/** Removes an identifier. Its row is kept, but it is no longer found or matched. @throws AppError not_found */
export const removeIdentifier = command({
  needs: "case.write",
  input: RemoveIdentifier,
  async run(ctx, { caseId, identifierId }) {
    const row = await lockCase(ctx, caseId);
    const { id, addedAt } = await findIdentifier(ctx, row.id, identifierId);
    refuseOld(ctx, addedAt);
    await ctx.db
      .update(identifiers)
      .set({ removedAt: ctx.now })
      .where(and(eq(identifiers.orgId, ctx.orgId), eq(identifiers.id, id)));
    await dropTokens(ctx, id);
    await touchCase(ctx, row.id);
    return { value: { id }, audit: { action: "identifier.removed", subjectId: id, caseId: row.id, detail: {} } };
  },
});
