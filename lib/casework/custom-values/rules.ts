import { isAnswered, notKnown, readTyped } from "@/lib/organisation/custom-fields/rules";
import type { CustomField, CustomValue } from "@/lib/organisation/custom-fields/types";
import { idOfName } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import type { FilledField, TypedValues, WritingMoment } from "./types";

type Kept = ReadonlyMap<string, CustomValue>;
type Judged = { changed: (CustomValue & { field: CustomField })[]; errors: Record<string, string> };

const none: CustomValue = { value: null, isUnknown: false };

/**
 * What a form changes of a record's values, and what is wrong with it, by the name of the field in the form.
 * @param fields those that the person may see, in use
 */
export function judgeTyped(
  fields: readonly CustomField[],
  typed: TypedValues,
  kept: Kept,
  moment: WritingMoment,
): Judged {
  const errors: Record<string, string> = {};
  const changed: Judged["changed"] = [];
  for (const [id, text] of Object.entries(typed.custom)) {
    if (text.trim() !== "" && !fields.some((field) => field.id === id)) {
      errors[`custom.${id}`] = t("This field is no longer asked for. Open the form again.");
    }
  }
  for (const field of fields) {
    const before = kept.get(field.id) ?? none;
    const read = readField(field, typed, before);
    if (read.error) errors[`custom.${field.id}`] = read.error;
    else if (mustAnswer(field, before, moment) && !isAnswered(read)) {
      errors[`custom.${field.id}`] = t("“{label}” needs an answer.", { label: field.label });
    } else if (read.value !== before.value || read.isUnknown !== before.isUnknown) {
      changed.push({ field, value: read.value, isUnknown: read.isUnknown });
    }
  }
  return { changed, errors };
}

function readField(field: CustomField, { custom, customUnknown }: TypedValues, before: CustomValue) {
  const text = custom[field.id];
  const isTicked = customUnknown[field.id] === true;
  if (text === undefined && !isTicked) return { ...before, error: undefined };
  if (isTicked && text?.trim()) return { ...before, error: t("Untick “not known”, or empty this field.") };
  return { error: undefined, ...readTyped(field, isTicked ? notKnown : (text ?? ""), before.value) };
}

/** What was answered once stays answered; what never was is not asked for by a change of something else. */
function mustAnswer({ required }: CustomField, before: CustomValue, moment: WritingMoment): boolean {
  if (required === "never" || moment === "later") return false;
  if (moment === "closing") return true;
  return required === "opening" && (moment === "opening" || isAnswered(before));
}

/** The values of a record are changed by a form of their own, so they have a version of their own. */
export const versionOfValues = (recordId: string): string => idOfName("custom values", recordId);

/** The values by the names of their inputs, as the form has them. */
export function valuesInForm(fields: readonly FilledField[]): Record<string, string | boolean> {
  const named = fields.filter(({ isRetired }) => !isRetired);
  return Object.fromEntries(
    named.flatMap(({ id, kind, value, isUnknown }): [string, string | boolean][] => {
      const isChosen = kind === "choice" || kind === "tick";
      const shown = isChosen && isUnknown ? notKnown : (value ?? "");
      return isChosen
        ? [[`custom.${id}`, shown]]
        : [
            [`custom.${id}`, shown],
            [`customUnknown.${id}`, isUnknown],
          ];
    }),
  );
}

/** What the form that closes a case asks: what is required then, and what is required and was never answered. */
export function neededToClose(fields: readonly FilledField[]): FilledField[] {
  return fields.filter(
    (field) =>
      !field.isRetired && (field.required === "closing" || (field.required === "opening" && !isAnswered(field))),
  );
}
