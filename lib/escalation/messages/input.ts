import { z } from "zod";
import { dateIfAny } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

const optional = (max: number, what: string) =>
  z
    .string()
    .trim()
    .max(max, t("{what} is longer than {max} characters.", { what, max }))
    .optional()
    .transform((text) => text || undefined);

export const longestMessage = 20_000;

/** A message as it came. It is read and never stored. */
export const PastedMessage = z.object({
  message: z
    .string(t("Paste the message."))
    .trim()
    .min(1, t("Paste the message."))
    .max(longestMessage, t("This is longer than 20,000 characters. Paste the part with the numbers.")),
  caseId: z
    .uuid()
    .or(z.literal(""))
    .optional()
    .transform((id) => id || null),
});

const number = z.object({
  /** Its place in the message, so that an error names its row. */
  no: z.number().int().nonnegative(),
  kind: z.string().trim().min(1).max(64),
  raw: z.string().trim().min(1, t("The number is missing.")).max(2000),
  station: optional(80, t("The station")),
  issuer: optional(120, t("Who gave it")),
  /** The station that was offered as a guess. */
  guess: optional(80, t("The station")),
  issuedOn: dateIfAny(t("The day it was given")),
  /** The number looks odd or is already known, and the person has checked it. */
  sure: z.boolean(),
});

/** What was ticked of a message: all of it is saved, or nothing. */
export const RecordPasted = z
  .object({
    caseId: z.uuid().optional(),
    caseCode: optional(20, t("The case code")),
    receivedVia: z.enum(["sms", "phone", "paper", "email", "portal"], "Choose how it came."),
    receivedOn: dateIfAny(t("The date it came")),
    proofExhibitId: optional(40, t("The proof")),
    numbers: z.array(number).max(30),
    officer: z.object({ text: z.string().trim().min(3).max(200), stepKey: z.string().max(64) }).nullable(),
  })
  .refine((input) => input.numbers.length > 0 || input.officer !== null, {
    path: ["keep-0"],
    message: t("Tick what is to be saved."),
  })
  .refine((input) => input.caseId !== undefined || input.caseCode !== undefined, {
    path: ["caseCode"],
    message: t("Say which case it belongs to."),
  });
