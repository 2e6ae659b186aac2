import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import { bodies } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { lockBody, noteChanges } from "../access";
import { RestoreBody } from "../input";

/**
 * Brings a body back into use, also one that was merged: the two are two again.
 * @throws AppError not_found; conflict if it is in use, or another entry took its place
 */
export const restoreBody = command({
  needs: "directory.write",
  input: RestoreBody,
  async run(ctx, { bodyRef }) {
    const row = await lockBody(ctx, bodyRef);
    if (!row.retiredAt) throw new AppError("conflict", t("This entry is in use."));
    const same = await ctx.db.$count(
      bodies,
      and(
        eq(bodies.orgId, ctx.orgId),
        eq(bodies.kind, row.kind),
        eq(bodies.country, row.country),
        eq(bodies.nameKey, row.nameKey),
        eq(bodies.areaKey, row.areaKey),
        isNull(bodies.retiredAt),
        ne(bodies.id, row.id),
      ),
    );
    if (same > 0) throw new AppError("conflict", t("Another entry of this kind and name is in use."));
    await ctx.db
      .update(bodies)
      .set({ retiredAt: null, mergedInto: null })
      .where(and(eq(bodies.orgId, ctx.orgId), eq(bodies.id, row.id)));
    await noteChanges(ctx, [{ bodyId: row.id, act: "restored" }]);
    return { value: { id: row.id }, audit: { action: "body.restored", subjectId: row.id, detail: {} } };
  },
});
