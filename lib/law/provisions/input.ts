import { z } from "zod";
import { clockUnits, listings, marks } from "@/lib/law/jurisdictions/types";
import { lines, mostVersions, optionalDate, optionalText, requiredDate, requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { amendableParts } from "./types";

const key = requiredText(t("The provision is missing."), 80);
const part = z.enum(amendableParts, "The provision is missing.");
/** The version that the form was filled in over; 0 when the organisation had changed nothing. */
const seen = z.coerce
  .number(t("Reload the page."))
  .int(t("Reload the page."))
  .min(0, t("Reload the page."))
  .max(mostVersions);

/** Where the administrator read it. */
const proof = {
  source: requiredText(t("Say where you read it: the Gazette, the register, the page."), 300),
  mark: z.enum(marks, "Choose how it was read."),
  checkedOn: requiredDate(t("Type the day on which you read it.")),
};
const reason = requiredText(t("Say in one sentence what changed."), 500).min(3, t("Say in one sentence what changed."));

const number = (max: number, ask: string) =>
  optionalText(8)
    .refine((text) => text === null || (/^\d+([.,]\d+)?$/.test(text) && asNumber(text) <= max), ask)
    .transform((text) => (text === null ? null : asNumber(text)));

function asNumber(text: string): number {
  return Number(text.replace(",", "."));
}

const force = {
  citation: requiredText(t("Type the citation."), 200),
  inForce: z.enum(["yes", "no", "partly", "to_confirm"], "Choose whether it is in force."),
  inForceFrom: optionalDate,
  inForceUntil: optionalDate,
};
const change = { key, seen, ...proof, reason };

const AmendOffence = z.object({
  ...change,
  ...force,
  part: z.literal("offence"),
  maxPenalty: requiredText(t("Type the maximum penalty as the law gives it."), 300),
  maxYears: number(200, t("Type years as a number, for example 3 or 1.5. Leave it empty when the law names none.")),
  listing: z.enum(listings, "Choose whether it may be named on a case."),
  note: optionalText(600),
});
const AmendRemedy = z.object({ ...change, ...force, part: z.literal("remedy") });
const AmendAgency = z.object({
  ...change,
  part: z.literal("agency"),
  name: requiredText(t("Type the name."), 160),
  does: requiredText(t("Say what it does."), 600),
  contacts: lines(2000).refine((all) => all.every((line) => /^[^:]+:\s*\S/.test(line)), {
    message: t("One contact a line: what it is, a colon, the number or address. For example Switchboard: 012 000 0000"),
  }),
});
/** Not what packets print of a platform: there each statement has a numbered source of the release. */
const AmendPlatform = z.object({
  ...change,
  part: z.literal("platform"),
  victimRoute: requiredText(t("Say how the client reports to it."), 600),
  reportPage: optionalText(300),
  reportCategories: lines(2000),
});
const AmendClock = z
  .object({
    ...change,
    part: z.literal("clock"),
    enabled: z.enum(["yes", "no"], "Choose whether it runs."),
    limitAmount: number(3660, t("Type a whole number, for example 5.")),
    limitUnit: z.enum(clockUnits, "Choose what is counted."),
    limitNote: z.string().trim().max(300, t("Use at most 300 characters.")).default(""),
  })
  .refine((clock) => clock.limitAmount === null || (Number.isInteger(clock.limitAmount) && clock.limitAmount > 0), {
    path: ["limitAmount"],
    message: t("Type a whole number, for example 5."),
  });

/** A provision as an administrator found it. Fields equal to the release are not stored. */
export const AmendProvision = z
  .discriminatedUnion(
    "part",
    [AmendOffence, AmendRemedy, AmendAgency, AmendPlatform, AmendClock],
    t("The provision is missing."),
  )
  .superRefine((input, ctx) => {
    if (!("inForceFrom" in input) || !input.inForceFrom || !input.inForceUntil) return;
    if (input.inForceUntil >= input.inForceFrom) return;
    ctx.addIssue({ code: "custom", path: ["inForceUntil"], message: t("The last day is before the first.") });
  });

export const ConfirmProvision = z.object({ part, key, seen, ...proof });

export const WithdrawProvisionChange = z.object({ part, key, seen, reason });

export const ProclaimDay = z.object({
  calendar: requiredText(t("Choose a calendar."), 8),
  day: requiredDate(t("Type the day.")),
  name: requiredText(t("Say what the day is."), 120),
  source: requiredText(t("Say where it was proclaimed."), 300),
});

export const WithdrawDay = z.object({ dayId: z.uuid(t("The day is missing.")) });
