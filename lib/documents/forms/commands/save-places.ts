import "server-only";
import { and, eq } from "drizzle-orm";
import { officialForms } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findForm } from "../access";
import { factChoices } from "../facts/rules";
import { SavePlaces } from "../input";
import { problemsOf } from "../rules";

/**
 * Saves what goes where on a form, all of it at once. What was filled before stays as it was.
 * @throws AppError invalid with the places that are wrong; conflict when somebody saved in between
 */
export const savePlaces = command({
  needs: "law.write",
  input: SavePlaces,
  async run(ctx, { formId, mapping, places: rows }) {
    const form = await findForm(ctx, formId);
    const facts = new Set(factChoices(await readLaw(ctx)).map(({ key }) => key));
    const problems = problemsOf(rows, form, facts);
    if (Object.keys(problems).length > 0) {
      throw new AppError("invalid", t("Some places need correcting."), problems);
    }
    const places = rows.filter((row) => row !== null);
    const [saved] = await ctx.db
      .update(officialForms)
      .set({ places, mapping: mapping + 1 })
      .where(and(eq(officialForms.id, form.id), eq(officialForms.mapping, mapping)))
      .returning({ id: officialForms.id });
    if (!saved) {
      throw new AppError(
        "conflict",
        t("Somebody else saved this mapping while you had it open. Open the page again to see theirs."),
      );
    }
    const detail = { mapping: mapping + 1, places: places.filter(({ origin }) => origin !== "hand").length };
    return { value: { id: form.id }, audit: { action: "form.mapped", subjectId: form.id, detail } };
  },
});
