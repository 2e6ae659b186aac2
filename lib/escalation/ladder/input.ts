import { z } from "zod";
import { stepAnswers } from "@/lib/escalation/steps/types";
import { dateIfAny, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { contactChannels } from "./types";

/** The step, or the one report of it, that is meant. */
export const stepFields = {
  caseId: z.uuid(t("The case is missing.")),
  stepKey: z.string().trim().min(1, t("The step is missing.")).max(64),
  /** The platform or the report, for a step of which there is one for each. */
  part: z
    .string()
    .trim()
    .max(64, t("Choose the platform."))
    .optional()
    .transform((text) => text || undefined),
};

/** How we heard, and from whom; the second is sealed. */
export const contactFields = {
  channel: z
    .enum(contactChannels, t("Choose how you heard."))
    .or(z.literal(""))
    .optional()
    .transform((value) => value || undefined),
  withWhom: z
    .string()
    .trim()
    .max(160, t("Use at most 160 characters."))
    .optional()
    .transform((text) => text || undefined),
};

const note = z
  .string()
  .trim()
  .max(1000, t("The note is longer than 1,000 characters."))
  .optional()
  .transform((text) => text || undefined);

/** `on` is a civil date at the case's home; left out, it is today. */
export const BeginStep = z.object({ ...stepFields, on: dateIfAny(t("The day it began")), ...contactFields, note });

/** `at` is the time of day, `HH:MM` at the case's home, where the hour starts a clock. */
export const SubmitStep = z.object({
  ...stepFields,
  on: dateIfAny(t("The day it was sent")),
  at: z
    .string()
    .trim()
    .optional()
    .transform((text) => text || undefined)
    .refine(
      (text) => text === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
      t("The time is not a time of day, such as 09:40."),
    ),
  note,
  /** We have considered that the subject may be tipped off; required if the step says so. */
  tipOffSeen: ticked,
  /** We proceed although nothing is preserved of what will be taken down; required only in that case. */
  removalSeen: ticked,
});

/** `completes` closes the step; without it the outcome is noted and the step goes on. */
export const RecordOutcome = z.object({
  ...stepFields,
  /** A platform's answer to a report. */
  answer: z
    .enum(stepAnswers, t("Choose what the platform did."))
    .or(z.literal(""))
    .optional()
    .transform((value) => value || undefined),
  on: dateIfAny(t("The day of the outcome")),
  note: z
    .string(t("Say what the outcome was."))
    .trim()
    .min(3, t("Say what the outcome was."))
    .max(1000, t("The outcome is longer than 1,000 characters.")),
  ...contactFields,
  /** What was said or written, beside what came of it; sealed in the history. */
  words: note,
  dueOn: dateIfAny(t("The date on the paper")),
  completes: z
    .union([z.boolean(), z.literal("on"), z.literal("true"), z.literal("false"), z.literal("")])
    .default(true)
    .transform((value) => value === true || value === "on" || value === "true"),
});

export const SkipStep = z.object({
  ...stepFields,
  on: dateIfAny(t("The day it was skipped")),
  reason: z
    .string(t("Say why this step is not needed."))
    .trim()
    .min(3, t("Say why this step is not needed."))
    .max(300, t("The reason is longer than 300 characters.")),
});

/** Takes back a step that was skipped or begun in error. */
export const ReopenStep = z.object({
  ...stepFields,
  reason: z
    .string(t("Say why the step is opened again."))
    .trim()
    .min(3, t("Say why the step is opened again."))
    .max(300, t("The reason is longer than 300 characters.")),
});

/** A contact in either direction; `dueOn` is a date named in a document, such as a return date. */
export const NoteContact = z.object({
  ...stepFields,
  on: dateIfAny(t("The day")),
  ...contactFields,
  note: z
    .string(t("Say what was heard or sent."))
    .trim()
    .min(3, t("Say what was heard or sent."))
    .max(1000, t("The note is longer than 1,000 characters.")),
  dueOn: dateIfAny(t("The date on the paper")),
});
