import "server-only";
import { and, eq } from "drizzle-orm";
import { bodies } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { lockBody, noteChanges, requireInUse } from "../access";
import { RetireBody } from "../input";

/**
 * Takes a body out of use: no form proposes it any more, and the records that name it stay.
 * @throws AppError not_found; conflict on a repeat
 */
export const retireBody = command({
  needs: "directory.write",
  input: RetireBody,
  async run(ctx, { bodyRef, note }) {
    const row = await lockBody(ctx, bodyRef);
    requireInUse(row);
    await ctx.db
      .update(bodies)
      .set({ retiredAt: ctx.now, reportedAt: null })
      .where(and(eq(bodies.orgId, ctx.orgId), eq(bodies.id, row.id)));
    await noteChanges(ctx, [{ bodyId: row.id, act: "retired", note }]);
    return { value: { id: row.id }, audit: { action: "body.retired", subjectId: row.id, detail: {} } };
  },
});
