import { z } from "zod";
import { isCivilDate } from "@/lib/platform/calendar";

const optionalText = (max: number, what: string) =>
  z
    .string()
    .trim()
    .max(max, `${what} is longer than ${max} characters.`)
    .optional()
    .transform((text) => text || undefined);

const optionalDate = (what: string) =>
  z
    .string()
    .trim()
    .optional()
    .transform((text) => text || undefined)
    .refine(
      (text) => text === undefined || isCivilDate(text),
      `${what} is not a date. Use year, month, day: 2026-11-24.`,
    );

const id = (what: string) => z.uuid(`${what} is missing.`);

/** One number from outside, or the fact that it is not yet issued. */
export const RecordReference = z
  .object({
    caseId: id("The case"),
    kind: z.string().trim().min(1, "Choose what kind of number this is.").max(64),
    state: z.enum(["issued", "not_yet_issued"], "Choose: issued, or not yet issued.").default("issued"),
    raw: optionalText(400, "The number"),
    station: optionalText(80, "The station"),
    issuer: optionalText(120, "Who gave it"),
    issuedOn: optionalDate("The date it was given"),
    receivedVia: z
      .enum(["sms", "phone", "paper", "email", "portal"], "Choose how it came.")
      .or(z.literal(""))
      .optional()
      .transform((via) => via || undefined),
    receivedOn: optionalDate("The date it came"),
    proofExhibitId: z
      .uuid("The proof is not an exhibit of this case.")
      .or(z.literal(""))
      .optional()
      .transform((exhibit) => exhibit || undefined),
    note: optionalText(500, "The note"),
  })
  .refine((input) => input.state !== "issued" || input.raw !== undefined, {
    path: ["raw"],
    message: "Type the number, or choose \u201cnot yet issued\u201d.",
  })
  .refine((input) => input.state !== "issued" || input.receivedVia !== undefined, {
    path: ["receivedVia"],
    message: "Say how it came: SMS, phone, on paper, e-mail or portal.",
  });

/** A number that was waited for has come, or what was typed was wrong. What is left out stays as it is. */
export const AmendReference = z.object({
  referenceId: id("The reference"),
  raw: optionalText(400, "The number"),
  station: optionalText(80, "The station"),
  issuer: optionalText(120, "Who gave it"),
  issuedOn: optionalDate("The date it was given"),
  receivedVia: z
    .enum(["sms", "phone", "paper", "email", "portal"], "Choose how it came.")
    .or(z.literal(""))
    .optional()
    .transform((via) => via || undefined),
  receivedOn: optionalDate("The date it came"),
  note: optionalText(500, "The note"),
});

/** A number that was never ours. It stays in the history. */
export const WithdrawReference = z.object({
  referenceId: id("The reference"),
  reason: z
    .string("Say why.")
    .trim()
    .min(3, "Say why this number is withdrawn.")
    .max(300, "Use at most 300 characters."),
});

/** The one search box: any number, or a whole pasted message. */
export const FindReference = z.object({
  text: z
    .string()
    .trim()
    .min(1, "Type or paste a number.")
    .max(20_000, "This is too long. Paste the part with the number."),
});

export type RecordReferenceInput = z.input<typeof RecordReference>;
