import "server-only";
import { eq, max } from "drizzle-orm";
import { officialForms } from "@/db/schema";
import { keepKey } from "@/lib/kernel/access/case-files";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { findForm } from "../access";
import { AddForm } from "../input";

/**
 * Records a form whose harmless file is sealed already (see receiveForm). A newer version of one takes its name and,
 * where its fields have the same names, its mapping; the older one stays in use until it is retired.
 * @throws AppError not_found
 */
export const addForm = command({
  needs: "law.write",
  input: AddForm,
  async run(ctx, { keyId, wrapped, follows, ...kept }) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("A person uploads a form."));
    await keepKey(ctx, "form", { keyId, wrapped });
    const id = newId();
    const before = follows ? await findForm(ctx, follows) : null;
    const [last] = before
      ? await ctx.db
          .select({ version: max(officialForms.version) })
          .from(officialForms)
          .where(eq(officialForms.seriesId, before.seriesId))
      : [];
    const isThere = (field: string | null, option: string | null) =>
      kept.fields.some((one) => one.name === field && one.option === option);
    await ctx.db.insert(officialForms).values({
      ...kept,
      id,
      orgId: ctx.orgId,
      keyId,
      seriesId: before?.seriesId ?? id,
      version: (last?.version ?? 0) + 1,
      body: before?.body ?? "",
      name: before?.name ?? "",
      edition: null,
      source: before?.source ?? null,
      places: (before?.places ?? []).filter((place) => isThere(place.field, place.option)),
      mapping: 0,
      addedBy: memberId,
      addedAt: ctx.now,
    });
    const detail = { pages: kept.pages.length, fields: kept.fields.length, removed: kept.removed };
    return { value: { id }, audit: { action: "form.added", subjectId: id, detail } };
  },
});
