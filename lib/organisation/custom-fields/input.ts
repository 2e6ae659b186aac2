import { z } from "zod";
import { lines, optionalText, requiredText, seenVersion } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { foldLabel } from "./rules";
import { audiences, type CustomField, fieldKinds, fieldRecords, requirements } from "./types";

const mostChoices = 100;
const longestChoice = 80;

/** One choice a line. */
const choices = lines(mostChoices * longestChoice).superRefine((all, ctx) => {
  const say = (message: string) => ctx.addIssue({ code: "custom", message });
  if (all.length > mostChoices) say(t("Use at most {most} choices.", { most: mostChoices }));
  if (all.some((line) => line.length > longestChoice)) {
    say(t("Use at most {max} characters for a choice.", { max: longestChoice }));
  }
  if (all.some((line) => line.includes("\u0000"))) {
    say(t("This contains a character that cannot be saved. Type it again."));
  }
  if (new Set(all.map(foldLabel)).size < all.length) say(t("Two of the choices are the same."));
  if (all.some((line) => foldLabel(line) === "")) say(t("A choice needs a letter or a digit."));
});

const definition = {
  label: requiredText(t("Say what the field asks for."), 80).refine(
    (label) => foldLabel(label) !== "",
    t("A label needs a letter or a digit."),
  ),
  help: optionalText(300),
  audience: z.enum(audiences, t("Choose who sees it.")),
  required: z.enum(requirements, t("Choose when it is required.")),
  choices,
};

/** Only of a case is anything asked before it is saved; of an incident before a packet. Null where it may be required. */
export function whyNotRequired({ record, required }: Pick<CustomField, "record" | "required">): string | null {
  if (required === "never" || record === "case") return null;
  if (required !== "packet") return t("Only a field of cases can be required to open or close a case.");
  return record === "incident" ? null : t("Only fields of cases and incidents can be required for a packet.");
}

type Asked = { audience: string; required: string };

/** Whoever is asked must see the field. */
function checkAsked({ audience, required }: Asked, ctx: z.RefinementCtx): void {
  if (required === "never" || audience === "all") return;
  const message = t("Only a field that everybody sees can be required.");
  ctx.addIssue({ code: "custom", path: ["required"], message });
}

export const AddCustomField = z
  .object({
    record: z.enum(fieldRecords, t("Choose what the field belongs to.")),
    kind: z.enum(fieldKinds, t("Choose what is typed or chosen.")),
    /** `suited`: texts are encrypted, the rest is not. */
    storage: z.enum(["suited", "sealed", "open"], t("Choose how it is kept.")).default("suited"),
    ...definition,
  })
  .superRefine((field, ctx) => {
    checkAsked(field, ctx);
    const message = whyNotRequired(field);
    if (message) ctx.addIssue({ code: "custom", path: ["required"], message });
    if (field.kind === "choice" && field.choices.length < 2) {
      ctx.addIssue({ code: "custom", path: ["choices"], message: t("Type at least two choices, one on each line.") });
    }
  });

/** Record, kind and encryption stay: values were written under them. */
export const AmendCustomField = z
  .object({ fieldId: z.uuid(t("The field is missing.")), version: seenVersion, ...definition })
  .superRefine(checkAsked);

export const MoveCustomField = z.object({
  fieldId: z.uuid(t("The field is missing.")),
  way: z.enum(["up", "down"], t("Choose up or down.")),
});

export const RetireCustomField = z.object({ fieldId: z.uuid(t("The field is missing.")) });

export const RestoreCustomField = z.object({ fieldId: z.uuid(t("The field is missing.")) });
