import "server-only";
import { and, eq } from "drizzle-orm";
import { bodies } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { officeToday } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { columnsOf, lockBody, noteChanges, requireInUse, writerOf } from "../access";
import { ChangeBody } from "../input";
import { detailsOf, differencesOf, expiryOf } from "../rules";

/**
 * Corrects an entry. Whoever corrects it has read it again, so it counts as confirmed, and a report of a change is
 * settled. The history keeps what was said before.
 * @throws AppError not_found; conflict if nothing changes or it is out of use; ClashError
 */
export const changeBody = command({
  needs: "directory.write",
  input: ChangeBody,
  async run(ctx, { bodyRef, version, ...input }) {
    const by = writerOf(ctx);
    const row = await lockBody(ctx, bodyRef);
    requireInUse(row);
    const before = detailsOf(row);
    await bumpRecordVersion(ctx, { record: row.id, seen: version, now: () => before });
    const differs = differencesOf(before, input);
    if (!differs) throw new AppError("conflict", t("Nothing was changed. To say that it is still right, confirm it."));
    await ctx.db
      .update(bodies)
      .set({
        ...columnsOf(input),
        changedAt: ctx.now,
        confirmedBy: by,
        confirmedAt: ctx.now,
        expiresOn: expiryOf(officeToday(ctx.now)),
        reportedAt: null,
      })
      .where(and(eq(bodies.orgId, ctx.orgId), eq(bodies.id, row.id)));
    await noteChanges(ctx, [{ bodyId: row.id, act: "changed", was: differs.was, became: differs.became }]);
    return {
      value: { id: row.id },
      audit: { action: "body.changed", subjectId: row.id, detail: { fields: differs.fields } },
    };
  },
});
