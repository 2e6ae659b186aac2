import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { bodies } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { lockBody, noteChanges } from "../access";
import { SettleReport } from "../input";

/** A reported change was looked into and is none. @throws AppError not_found; conflict if none is open */
export const settleReport = command({
  needs: "directory.write",
  input: SettleReport,
  async run(ctx, { bodyRef }) {
    const { id } = await lockBody(ctx, bodyRef);
    const [won] = await ctx.db
      .update(bodies)
      .set({ reportedAt: null })
      .where(and(eq(bodies.orgId, ctx.orgId), eq(bodies.id, id), isNotNull(bodies.reportedAt)))
      .returning({ id: bodies.id });
    if (!won) throw new AppError("conflict", t("No report of this entry is open."));
    await noteChanges(ctx, [{ bodyId: id, act: "settled" }]);
    return { value: { id }, audit: { action: "body.report_settled", subjectId: id, detail: {} } };
  },
});
