import { z } from "zod";
import { detailFields } from "@/lib/organisation/bodies/rules";
import { ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { mostRows } from "./rules";

const importId = z.uuid(t("The list is missing."));
const cell = z.string().max(8000, t("Use at most 8,000 characters."));
const cells = z.array(cell).max(200);
const rowNumber = z.coerce.number().int().min(2).max(2_000_000);
const field = z.enum(detailFields, t("Choose a field from the list."));

/** What the confined reader gave of the file. */
export const StartBodyImport = z.object({
  fileName: z.string().trim().min(1).max(255),
  headers: cells,
  rows: z
    .array(z.object({ row: rowNumber, cells }))
    .min(1)
    .max(mostRows),
});

export const SetColumns = z
  .object({
    importId,
    columns: z.array(field.nullable()).max(200),
    fixed: z
      .partialRecord(field, z.string().trim().max(300, t("Use at most 300 characters.")))
      .transform((all) => Object.fromEntries(Object.entries(all).filter(([, text]) => text))),
  })
  .superRefine(({ columns }, ctx) => {
    for (const [at, name] of columns.entries()) {
      const first = name ? columns.indexOf(name) : at;
      if (first === at) continue;
      const message = t("Column {value} is this already. Choose another field, or leave the column out.", {
        value: first + 1,
      });
      ctx.addIssue({ code: "custom", path: [`column.${at}`], message });
    }
  });

export const CorrectBodyRow = z.object({ importId, row: rowNumber, cells });

/** `rows`: those of the page that somebody ticked, or all that differ. */
export const DecideDifferences = z.object({
  importId,
  rows: z.union([
    z.literal("all"),
    z
      .union([z.array(rowNumber), rowNumber.transform((one) => [one])], t("Tick at least one row."))
      .refine((all) => all.length > 0 && all.length <= 500, t("Tick at least one row.")),
  ]),
  take: z.enum(["yes", "no"], t("Choose: take over, or leave as it is.")),
});

export const RunBodyImport = z.object({ importId, leaveOutBad: ticked });

export const OneBodyImport = z.object({ importId });
