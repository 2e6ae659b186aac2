import { z } from "zod";
import { dateIfAny, requiredReason, seenVersion } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

const optionalText = (max: number, what: string) =>
  z
    .string()
    .trim()
    .max(max, t("{what} is longer than {max} characters.", { what, max }))
    .optional()
    .transform((text) => text || undefined);

const id = (what: string) => z.uuid(t("{what} is missing.", { what }));

/** A ticked box, as a form sends it; left out, it is not ticked. */
const tick = z
  .union([z.boolean(), z.literal("on"), z.literal("")])
  .optional()
  .transform((value) => value === true || value === "on");

const oneOf = <const T extends readonly [string, ...string[]]>(values: T, message: string) =>
  z
    .enum(values, message)
    .or(z.literal(""))
    .optional()
    .transform((value) => value || undefined);

export const receivedVia = oneOf(["sms", "phone", "paper", "email", "portal"], t("Choose how it came."));
const holder = oneOf(["client", "us", "officer", "court"], t("Choose who has it."));

const proofExhibitId = z
  .uuid(t("The proof is not an exhibit of this case."))
  .or(z.literal(""))
  .optional()
  .transform((exhibit) => exhibit || undefined);

/** The fields that accompany a number, new or corrected. */
const about = {
  raw: optionalText(2000, t("The number")),
  station: optionalText(80, t("The station")),
  issuer: optionalText(120, t("Who gave it")),
  holder,
  issuedOn: dateIfAny(t("The date it was given")),
  receivedVia,
  receivedOn: dateIfAny(t("The date it came")),
  proofExhibitId,
  note: optionalText(500, t("The note")),
  /** The number looks odd, and the person confirms it. */
  keepAsTyped: tick,
  /** The same number, or nearly, is known, and the person has checked it. */
  seenDuplicate: tick,
};

/** One number from outside, or the fact that it is not yet issued. */
export const RecordReference = z
  .object({
    caseId: id(t("The case")),
    kind: z.string().trim().min(1, t("Choose what kind of number this is.")).max(64),
    /** The kind that it turned out to be, when the one that was chosen did not fit. */
    saveAs: optionalText(64, t("The kind")),
    state: z.enum(["issued", "not_yet_issued"], "Choose: issued, or not yet issued.").default("issued"),
    ...about,
  })
  .refine((input) => input.state !== "issued" || input.raw !== undefined, {
    path: ["raw"],
    message: t("Type the number, or choose “not yet issued”."),
  })
  .refine((input) => input.state !== "issued" || input.receivedVia !== undefined, {
    path: ["receivedVia"],
    message: t("Say how it came: SMS, phone, on paper, e-mail or portal."),
  });

/** An awaited number has arrived, or what was typed was wrong. Omitted fields do not change. */
export const AmendReference = z.object({
  referenceId: id(t("The reference")),
  ...about,
  reason: optionalText(300, t("The reason")),
  version: seenVersion,
});

/** A number that was never ours. It stays in the history. */
export const WithdrawReference = z.object({
  referenceId: id(t("The reference")),
  reason: z
    .string(t("Say why."))
    .trim()
    .min(3, t("Say why this number is withdrawn."))
    .max(300, t("Use at most 300 characters.")),
});

/** A secret of the client that goes with a number, such as a PIN. Its field is never echoed back into a form. */
export const StoreSecret = z.object({
  referenceId: id(t("The reference")),
  label: z
    .string(t("Say what it is."))
    .trim()
    .min(1, t("Say what it is, for example PIN."))
    .max(60, t("Use at most 60 characters.")),
  secret: z
    .string(t("Type the secret."))
    .trim()
    .min(1, t("Type the secret."))
    .max(200, t("Use at most 200 characters.")),
});

export const RevealSecret = z.object({
  secretId: id(t("The secret")),
  reason: requiredReason(10, 300, t(" It is kept in the log.")),
});

export const DestroySecret = z.object({ secretId: id(t("The secret")) });
