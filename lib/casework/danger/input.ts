import { z } from "zod";
import { optionalDate, optionalText, optionalWall, requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { answers } from "./types";

/** How many steps the form takes: what is more belongs into the reason, or into the steps of the case. */
export const mostSteps = 3;

const what = optionalText(300);

/**
 * One answer for the acts that were shown. Times are on the wall of the case's home country. `shown` is the mark of the
 * acts on the page, so that nobody answers for an act that they did not read.
 */
export const AssessDanger = z
  .object({
    caseId: z.uuid(t("The case is missing.")),
    shown: z.string().trim().max(40).default(""),
    answer: z.enum(answers, t("Choose one answer.")),
    reason: requiredText(t("Say why, in a sentence that a police officer can use."), 1000),
    step1: what,
    step1At: optionalWall,
    step2: what,
    step2At: optionalWall,
    step3: what,
    step3At: optionalWall,
    reviewOn: optionalDate,
  })
  .superRefine((input, ctx) => {
    const say = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (input.answer === "imminent" && !input.step1)
      say("step1", t("Say who was told. In imminent danger somebody is phoned before this is written."));
    if (input.answer === "imminent" && input.step1 && !input.step1At) say("step1At", t("Say when they were told."));
    if (input.answer !== "none" && !input.reviewOn) say("reviewOn", t("Say on which day somebody looks again."));
    for (const at of [1, 2, 3] as const) {
      if (input[`step${at}At`] && !input[`step${at}`]) say(`step${at}`, t("Say what was done at this time."));
    }
  });

export type AssessDanger = z.output<typeof AssessDanger>;
