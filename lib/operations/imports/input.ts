import { z } from "zod";
import { isSha256 } from "@/lib/platform/crypto/hash";
import { optionalText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { dateOrders } from "@/lib/platform/sandbox/chat-types";
import { sheetFormats, sheetProblems } from "@/lib/platform/sandbox/sheet-types";
import { importField, isOwnKey } from "./labels";

const importId = z.uuid(t("The list is missing."));
const fieldKey = z
  .string()
  .refine((key) => importField(key) !== undefined || isOwnKey(key), t("Choose a field from the list."));
const words = z.string().trim().max(2000, t("Use at most 2,000 characters."));

/** The record of a file whose bytes are already encrypted. */
export const StartImport = z.object({
  keyId: z.uuid(),
  wrapped: z.string().min(1).max(500),
  fileId: z.uuid(),
  fileName: z.string().trim().min(1).max(255),
  size: z.number().int().min(0),
  sha256: z.string().refine(isSha256),
});

const count = z.number().int().min(0);

/** A batch of what the sandbox read, and at the end the outcome. */
export const NoteRows = z.object({
  importId,
  rows: z.array(z.object({ row: count.min(1), cells: z.array(z.string().max(8000)).max(200) })).max(500),
  headers: z.array(z.string().max(8000)).max(200).optional(),
  ending: z
    .object({
      format: z.enum(sheetFormats).nullable(),
      problem: z.enum(sheetProblems).nullable(),
      notes: z.record(z.string(), z.union([z.number(), z.string()])).nullable(),
    })
    .optional(),
});

export const SaveMapping = z
  .object({
    importId,
    columns: z.array(fieldKey.nullable()).max(200),
    fixed: z.record(fieldKey, words).transform((all) => Object.fromEntries(Object.entries(all).filter(([, v]) => v))),
    values: z.record(z.string().max(30), z.record(z.string().max(80), z.string().max(64))),
    dates: z.enum(dateOrders, "Choose how dates are written."),
    keepAs: z
      .string()
      .trim()
      .max(60, t("Use at most 60 characters."))
      .nullish()
      .transform((name) => name || null),
  })
  .superRefine(({ columns }, ctx) => {
    for (const [at, key] of columns.entries()) {
      const first = key ? columns.indexOf(key) : at;
      if (first === at) continue;
      const message = t("Column {value} is this already. Choose another field, or leave the column out.", {
        value: first + 1,
      });
      ctx.addIssue({ code: "custom", path: [`column.${at}`], message });
    }
  });

export const OneImport = z.object({ importId });

const askWhy = t("Say in a few words how you know that these are different people or matters.");
const why = optionalText(300).refine((text) => text === null || text.length >= 5, askWhy);

export const RunImport = z
  .object({
    importId,
    twins: z.enum(["leave_out", "import"], "Choose what becomes of rows that look like a case we have."),
    /** Why rows that resemble an existing case are imported despite that. */
    why,
  })
  .refine((form) => form.twins !== "import" || form.why !== null, { path: ["why"], message: askWhy });

/** A row corrected by hand: cells by column from 0, or the decision on a row that resembles an existing case. */
export const CorrectRow = z
  .object({
    importId,
    row: z.coerce.number().int().min(1).max(1_048_576),
    cells: z
      .array(z.string().max(8000, t("Use at most 8,000 characters.")))
      .max(200)
      .optional(),
    decision: z.enum(["import", "leave_out"], "Choose to import it, or to leave it out.").optional(),
    why,
  })
  .refine((form) => form.decision !== "import" || form.why !== null, { path: ["why"], message: askWhy });
