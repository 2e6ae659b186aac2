import { z } from "zod";
import { optionalDate, optionalText, requiredDate, requiredText } from "@/lib/platform/fields";

const clock = {
  caseId: z.uuid("The case is missing."),
  clockKey: requiredText("The clock is missing.", 120),
};

const reason = requiredText("Say why. It is kept with the clock.", 300);

export const PauseClock = z.object({ ...clock, reason });

export const ResumeClock = z.object({ ...clock, reason });

/** `grantedBy` is asked for where the law sets the day: only the one who set it can give another. */
export const ExtendClock = z.object({
  ...clock,
  until: requiredDate("Say until when."),
  grantedBy: optionalText(120),
  reason,
});

/** `HH:MM` at the case's home, where the hour matters. */
const timeOfDay = optionalText(5).refine(
  (text) => text === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
  "Type a time of day, such as 09:40.",
);

/** With a rule it is a clock that the law data counts; without one it is a date of our own. */
export const StartClock = z.object({
  /** Made when the form is rendered, so that the same form sent twice starts one clock. */
  id: z.uuid("Open the form again."),
  caseId: z.uuid("The case is missing."),
  code: optionalText(40),
  title: optionalText(120),
  startedOn: optionalDate,
  at: timeOfDay,
  dueOn: optionalDate,
  note: optionalText(500),
});

export const AnswerClock = z.object({
  caseId: z.uuid("The case is missing."),
  clockId: z.uuid("The clock is missing."),
  on: requiredDate("Say on which day it was answered."),
  note: requiredText("Say what answered it.", 500),
});
