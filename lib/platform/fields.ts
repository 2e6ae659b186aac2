import { z } from "zod";
import { t } from "@/lib/platform/language/translate";
import { describeTwoDates, readDay, readMoment } from "./text/typed-dates";
import { type CivilDate, isCivilDate } from "./time/calendar";
import { isZone } from "./time/zone";

/** All but U+0000, which the database does not keep. */
export const keepable = [
  (text: string) => !text.includes("\u0000"),
  t("This contains a character that cannot be saved. Type it again."),
] as const;

/** Required text. `ask` is the message if it is missing: "Type the handle as it is shown." */
export const requiredText = (ask: string, max: number) =>
  z
    .string(ask)
    .trim()
    .min(1, ask)
    .max(max, t("Use at most {max} characters.", { max }))
    .refine(...keepable);

/** Why something is done, in more than a word. `kept` says of it what the person should know. */
export function requiredReason(least: number, most = 500, kept = "") {
  const ask = t("Say why in a few words, at least {least} characters.{kept}", { least, kept });
  return requiredText(ask, most).refine((text) => text.length >= least, ask);
}

/** Text that may be left empty, as null. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, t("Use at most {max} characters.", { max }))
    .refine(...keepable)
    .nullish()
    .transform((text) => text || null);

const dateWords = t("Use year, month, day: 2026-11-24.");

/**
 * Parses a typed date. A browser's date field sends year, month, day; without one, people type it in their own way. An
 * ambiguous date gets a message.
 */
function dayOf(text: string, ctx: z.RefinementCtx, message = dateWords): CivilDate {
  if (isCivilDate(text)) return text;
  const read = readDay(text, { order: "dmy", today: null });
  if (read && !read.other) return read.date;
  ctx.addIssue({ code: "custom", message: read ? describeTwoDates(text, read) : message });
  return z.NEVER;
}

/** A civil date that must be there. */
export const requiredDate = (ask: string) =>
  z
    .string(ask)
    .trim()
    .min(1, ask)
    .max(40, dateWords)
    .transform((text, ctx) => dayOf(text, ctx));

/** A civil date that may be left empty, as null. */
export const optionalDate = optionalText(40).transform((text, ctx) => (text === null ? null : dayOf(text, ctx)));

/** A civil date that may be left out. `what` begins the sentence that says it is none: "The date it came". */
export const dateIfAny = (what: string) =>
  z
    .string()
    .trim()
    .max(40, t("{what} is longer than 40 characters.", { what }))
    .optional()
    .transform((text, ctx) =>
      text ? dayOf(text, ctx, t("{what} is not a date. {dateWords}", { what, dateWords })) : undefined,
    );

/** Local date and time, as sent or typed; whether that time existed is checked by the field's own rule. */
function wallOf(text: string, ctx: z.RefinementCtx): string {
  const read = readMoment(text, { order: "dmy", today: null });
  if (!read?.other) return read?.time ? `${read.date}T${read.time}` : text;
  ctx.addIssue({ code: "custom", message: describeTwoDates(text, read) });
  return z.NEVER;
}

export const requiredWall = (ask: string) => requiredText(ask, 40).transform((text, ctx) => wallOf(text, ctx));

export const optionalWall = optionalText(40).transform((text, ctx) => (text === null ? null : wallOf(text, ctx)));

/** A ticked box is true; one that is not ticked is not sent at all. */
export const ticked = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || value === "on" || value === "yes" || value === "true");

export const requiredZone = z.string(t("Choose a time zone.")).trim().refine(isZone, t("Choose a time zone."));

/** An id that a form carries. Blank is null. */
export const optionalId = z
  .union([z.literal(""), z.uuid(t("Choose one from the list."))])
  .nullish()
  .transform((id) => id || null);

/** A phone number as people type it: spaces, dashes and brackets are welcome. Blank is null. */
export const optionalPhone = optionalText(40).refine(
  (text) => text === null || /^\+?[\d\s().-]{6,}$/.test(text),
  t("Type digits, for example +27 82 000 0000."),
);

/** An e-mail address with spaces around it forgiven. Blank is null. */
export const optionalEmail = optionalText(254).refine(
  (text) => text === null || z.email().safeParse(text).success,
  t("Type an e-mail address such as name@mail.example."),
);

/** Lines of a text box, without blank ones. */
export const lines = (max: number) =>
  z
    .union([z.array(z.string()), z.string()])
    .nullish()
    .transform((value) => (Array.isArray(value) ? value : (value ?? "").split(/\r?\n/)))
    .transform((all) => all.map((line) => line.trim()).filter(Boolean))
    .refine((all) => all.join("\n").length <= max, t("Use at most {max} characters.", { max }));

/** More than any record has; the database counts no further than twice that. */
export const mostVersions = 1_000_000_000;

/** Which version of a record a form was rendered with; a form that says nothing has seen the first. */
export const seenVersion = z
  .union([z.literal("").transform(() => 0), z.coerce.number(t("Open the form again.")).int().min(0).max(mostVersions)])
  .optional();

/** Digits with spaces, dashes and brackets, `+` in front: at least six digits, or empty. */
export const officePhone = z
  .string(t("Type the phone number of the office."))
  .trim()
  .max(40, t("Use at most 40 characters."))
  .refine(isPhone, t("Use digits, such as 021 000 0100."));

/** An e-mail or postal address of an office, or empty. */
export const officeAddress = z
  .string(t("Type the address of the office."))
  .trim()
  .max(300, t("Use at most 300 characters."))
  .refine((typed) => typed === "" || typed.length >= 6, t("Type the whole address of the office."));

export function isPhone(typed: string): boolean {
  return typed === "" || (/^\+?[\d\s()/-]+$/.test(typed) && typed.replace(/\D/g, "").length >= 6);
}
