import "server-only";
import { and, eq } from "drizzle-orm";
import { bodies } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { lockBody, noteChanges, requireInUse } from "../access";
import { ReportBody } from "../input";

/**
 * Somebody noticed that an entry is wrong. It is marked for everybody until it is changed or confirmed.
 * @throws AppError not_found; conflict for an entry out of use
 */
export const reportBody = command({
  needs: "directory.confirm",
  input: ReportBody,
  async run(ctx, { bodyRef, note }) {
    const row = await lockBody(ctx, bodyRef);
    requireInUse(row);
    await ctx.db
      .update(bodies)
      .set({ reportedAt: ctx.now })
      .where(and(eq(bodies.orgId, ctx.orgId), eq(bodies.id, row.id)));
    await noteChanges(ctx, [{ bodyId: row.id, act: "reported", note }]);
    return { value: { id: row.id }, audit: { action: "body.reported", subjectId: row.id, detail: {} } };
  },
});
