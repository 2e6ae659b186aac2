import { z } from "zod";
import { optionalId, optionalText, requiredText, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { formRemovals } from "@/lib/platform/sandbox/form-types";
import { origins, placeKinds } from "./types";

const formId = z.uuid(t("The form is missing."));
const count = z.number().int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/, t("The hash of the file is not a SHA-256 digest."));
const word = z.string().max(200);
const measure = z.number();

/** The places of a form's fields, as the confined child process read them and this process checked. */
export const FieldsOfForm = z.array(
  z.object({
    name: word,
    label: word.nullable(),
    kind: z.enum(["text", "check", "radio"]),
    option: word.nullable(),
    multiline: z.boolean(),
    page: count,
    x: measure,
    y: measure,
    w: measure,
    h: measure,
  }),
);

/** A form whose file is sealed already. `follows`: the form of which it is a newer version. */
export const AddForm = z.object({
  keyId: z.uuid(),
  wrapped: z.string().max(500),
  fileId: z.uuid(),
  size: count,
  sha256: hash,
  sentSha256: hash,
  pages: z.array(z.object({ width: z.number(), height: z.number() })).min(1),
  fields: FieldsOfForm,
  removed: z.array(z.enum(formRemovals)),
  follows: optionalId,
});

export const DescribeForm = z.object({
  formId,
  body: requiredText(t("Type which body publishes the form."), 120),
  name: requiredText(t("Type the name of the form."), 160),
  edition: optionalText(80),
  source: optionalText(300),
});

/** A number as people type it, with a comma or a point. */
const number = (ask: string, min: number, max: number) =>
  z
    .union([z.number(), z.string()], ask)
    .transform((value) => (typeof value === "number" ? value : Number(value.trim().replace(",", ".") || Number.NaN)))
    .refine((value) => Number.isFinite(value) && value >= min && value <= max, ask);

const millimetres = number(t("Type millimetres, such as 42.5."), 0, 5_000);
const extent = number(t("Type millimetres, such as 42.5."), 1, 5_000);

const PlaceOfForm = z.object({
  field: word.nullable(),
  option: word.nullable(),
  box: z
    .object({
      page: number(t("Type the number of the page."), 1, 200).pipe(z.int(t("Type the number of the page."))),
      x: millimetres,
      y: millimetres,
      w: extent,
      h: extent,
    })
    .nullable(),
  kind: z.enum(placeKinds),
  label: requiredText(t("Say what this line or box is for."), 120),
  origin: z.enum(origins, t("Choose what goes here.")),
  fact: optionalText(80),
  words: optionalText(400),
  answer: optionalText(120),
  size: number(t("Type a size from 6 to 24 points."), 6, 24),
  multiline: z.boolean(),
});

const mostPlaces = 400;

export const Places = z.array(PlaceOfForm);

/** A row that was left empty or taken out is null, so that what is wrong with another is said at its own. */
export const SavePlaces = z.object({
  formId,
  mapping: z.coerce.number().int().nonnegative(),
  places: z
    .array(PlaceOfForm.nullable())
    .max(mostPlaces + 50, t("A form has at most 400 places."))
    .refine((rows) => rows.filter((row) => row !== null).length <= mostPlaces, t("A form has at most 400 places.")),
});

export const RetireForm = z.object({ formId });

export const FillForm = z.object({
  caseId: z.uuid(t("The case is missing.")),
  formId,
  accountId: optionalId,
  refusalId: optionalId,
  /** In the order of the questions; what is left empty stays empty on the form. */
  answers: z.array(optionalText(4_000)).max(400).default([]),
});

export const KeepFilledFile = z.object({
  filledId: z.uuid(t("The form is missing.")),
  fileId: z.uuid(),
  sha256: hash,
  size: count,
  pages: count,
});

export const WithdrawFilledForm = z.object({ filledId: z.uuid(t("The form is missing.")) });
export const TakeFilledForm = z.object({ filledId: z.uuid(t("The form is missing.")) });

/** One row of the editor as a place. `what` is `hand`, `fixed`, `asked` or `fact:` and the fact. */
const Row = z.object({
  field: z.string().optional(),
  option: z.string().optional(),
  isField: z.string().optional(),
  remove: ticked,
  kind: z.string().default("text"),
  label: z.string().default(""),
  what: z.string().default("hand"),
  words: z.string().default(""),
  answer: z.string().default(""),
  size: z.string().default("10"),
  multiline: ticked,
  page: z.string().default(""),
  x: z.string().default(""),
  y: z.string().default(""),
  w: z.string().default(""),
  h: z.string().default(""),
});

/** The rows of the editor as places. A row for a new position that nobody touched is null, and so is one taken out. */
export function readPlaces(rows: readonly unknown[]): unknown[] {
  return rows.map((raw) => {
    const row = Row.parse(raw ?? {});
    const isField = row.isField === "yes";
    if (row.remove || (!isField && row.label.trim() === "" && row.x.trim() === "" && row.y.trim() === "")) return null;
    const [origin, ...fact] = row.what.split(":");
    return {
      field: isField ? (row.field ?? "") : null,
      option: isField && row.option ? row.option : null,
      box: isField ? null : { page: row.page, x: row.x, y: row.y, w: row.w, h: row.h },
      kind: row.kind,
      label: row.label,
      origin,
      fact: fact.join(":") || null,
      words: row.words,
      answer: row.answer,
      size: row.size,
      multiline: row.multiline,
    };
  });
}
