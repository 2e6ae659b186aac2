import "server-only";
import { and, eq } from "drizzle-orm";
import { bodies } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { lockBody, noteChanges, requireInUse } from "../access";
import { findNamed } from "../find-named";
import { MergeBody } from "../input";
import { bodyKinds } from "../types";

/**
 * Two entries are one body: this one goes out of use, and its name and its records count as those of the one that stays.
 * @throws AppError not_found; conflict if it is out of use; invalid on `into`
 */
export const mergeBody = command({
  needs: "directory.write",
  input: MergeBody,
  async run(ctx, { bodyRef, into }) {
    const row = await lockBody(ctx, bodyRef);
    requireInUse(row);
    const prefer = bodyKinds.filter((kind) => kind === row.kind);
    const named = await findNamed(ctx, into, [row.country], prefer);
    const refuse = (message: string) => new AppError("invalid", message, { into: message });
    if (!named)
      throw refuse(t("The directory has no single body of this name. Type it as it is proposed, with its area."));
    const stays = await lockBody(ctx, named.ref);
    if (stays.id === row.id) throw refuse(t("This is the entry itself. Choose the other one."));
    await ctx.db
      .update(bodies)
      .set({ retiredAt: ctx.now, reportedAt: null, mergedInto: stays.id })
      .where(and(eq(bodies.orgId, ctx.orgId), eq(bodies.id, row.id)));
    // What was merged into this one before leads to the one that stays, in one step.
    await ctx.db
      .update(bodies)
      .set({ mergedInto: stays.id })
      .where(and(eq(bodies.orgId, ctx.orgId), eq(bodies.mergedInto, row.id)));
    await noteChanges(ctx, [
      { bodyId: row.id, act: "merged", note: stays.name },
      { bodyId: stays.id, act: "merged", note: row.name },
    ]);
    return {
      value: { id: stays.id },
      audit: { action: "body.merged", subjectId: row.id, detail: { into: stays.id } },
    };
  },
});
