import "server-only";
import { and, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { bodies } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { officeToday } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { lockBodies, noteChanges, requireInUse, writerOf } from "../access";
import { ConfirmBodies } from "../input";
import { expiryOf } from "../rules";

/**
 * Somebody looked, and the details of these bodies are right. It is asked again after a year, or from the day given. A
 * report of a change is settled by it.
 * @throws AppError not_found; conflict for an entry out of use; invalid on `expiresOn`
 */
export const confirmBodies = command({
  needs: "directory.confirm",
  input: ConfirmBodies,
  async run(ctx, { bodyRefs, expiresOn: asked }) {
    const confirmedBy = writerOf(ctx);
    const today = officeToday(ctx.now);
    const expiresOn = asked ?? expiryOf(today);
    if (expiresOn <= today) {
      const message = t("Choose a day after today.");
      throw new AppError("invalid", message, { expiresOn: message });
    }
    const rows = await lockBodies(ctx, bodyRefs);
    for (const row of rows) requireInUse(row);
    const ids = rows.map(({ id }) => id);
    await ctx.db
      .update(bodies)
      .set({ confirmedBy, confirmedAt: ctx.now, expiresOn, reportedAt: null })
      .where(and(eq(bodies.orgId, ctx.orgId), among(bodies.id, ids)));
    await noteChanges(
      ctx,
      ids.map((bodyId) => ({ bodyId, act: "confirmed" as const })),
    );
    const [first = ""] = ids;
    const detail = { bodies: ids.length, expiresOn };
    return { value: { confirmed: ids.length }, audit: { action: "body.confirmed", subjectId: first, detail } };
  },
});
