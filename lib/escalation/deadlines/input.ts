import { z } from "zod";
import { optionalDate, optionalText, requiredDate, requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

const clock = {
  caseId: z.uuid(t("The case is missing.")),
  clockKey: requiredText(t("The clock is missing."), 120),
};

const reason = requiredText(t("Say why. It is kept with the deadline."), 300);

export const PauseClock = z.object({ ...clock, reason });

export const ResumeClock = z.object({ ...clock, reason });

/** `grantedBy` is required if the law sets the date: only the authority that set it can grant another. */
export const ExtendClock = z.object({
  ...clock,
  until: requiredDate(t("Say until when.")),
  grantedBy: optionalText(120),
  reason,
});

/** `HH:MM` in the case's home country, where the hour matters. */
const timeOfDay = optionalText(5).refine(
  (text) => text === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
  t("Type a time of day, such as 09:40."),
);

/** With a rule it is a clock from the law data; without one it is our own date. */
export const StartClock = z.object({
  /** Created when the form is rendered, so that submitting it twice starts one clock. */
  id: z.uuid(t("Open the form again.")),
  caseId: z.uuid(t("The case is missing.")),
  code: optionalText(40),
  /** The step whose next act it is, and which report of it. */
  stepKey: optionalText(64),
  part: optionalText(64),
  title: optionalText(120),
  startedOn: optionalDate,
  at: timeOfDay,
  dueOn: optionalDate,
  note: optionalText(500),
});

export const AnswerClock = z.object({
  caseId: z.uuid(t("The case is missing.")),
  clockId: z.uuid(t("The clock is missing.")),
  on: requiredDate(t("Say on which day it was answered.")),
  note: requiredText(t("Say what answered it."), 500),
});
