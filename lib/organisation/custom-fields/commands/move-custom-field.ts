import "server-only";
import { and, eq } from "drizzle-orm";
import { customFields } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { lockField, lockFieldsOf } from "../access";
import { MoveCustomField } from "../input";

/** Changes places with the field above or below. @throws AppError not_found; conflict at an end, and for a retired field */
export const moveCustomField = command({
  needs: "fields.write",
  input: MoveCustomField,
  async run(ctx, { fieldId, way }) {
    const { id, record } = await lockField(ctx, fieldId);
    const inOrder = await lockFieldsOf(ctx, record);
    const at = inOrder.findIndex((field) => field.id === id);
    const other = at < 0 ? undefined : inOrder[at + (way === "up" ? -1 : 1)];
    const own = inOrder[at];
    if (!own || !other) throw new AppError("conflict", t("It cannot move further."));
    await place(own.id, other.position);
    await place(other.id, own.position);
    return { value: { id }, audit: { action: "custom_field.moved", subjectId: id, detail: { way } } };

    async function place(fieldToPlace: string, position: number): Promise<void> {
      await ctx.db
        .update(customFields)
        .set({ position })
        .where(and(eq(customFields.orgId, ctx.orgId), eq(customFields.id, fieldToPlace)));
    }
  },
});
