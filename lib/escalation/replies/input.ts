import { z } from "zod";
import { contactFields, stepFields } from "@/lib/escalation/ladder/input";
import { stepAnswers } from "@/lib/escalation/steps/types";
import { dateIfAny, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { replyMeanings } from "./types";

const shortText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, t("Use at most {max} characters.", { max }))
    .optional()
    .transform((text) => text || undefined);

/** A call, a letter or a reply about a step, with all that came with it. */
export const LogReply = z
  .object({
    ...stepFields,
    on: dateIfAny(t("The day")),
    ...contactFields,
    note: z
      .string(t("Say what was said or written."))
      .trim()
      .min(3, t("Say what was said or written."))
      .max(1000, t("Use at most {max} characters.", { max: 1000 })),
    answers: z.enum(replyMeanings, t("Choose what it means for this step.")).default("nothing"),
    /** A platform's answer to a report. */
    answer: z
      .enum(stepAnswers, t("Choose what the platform did."))
      .or(z.literal(""))
      .optional()
      .transform((value) => value || undefined),
    /** What came of it, as the ladder shows it. */
    outcome: shortText(1000),
    /** The reference number in the reply, validated like any other. */
    kind: shortText(64),
    raw: shortText(2000),
    station: shortText(80),
    saveAs: shortText(64),
    keepAsTyped: ticked,
    seenDuplicate: ticked,
    dueOn: dateIfAny(t("The date on the paper")),
    nextAct: shortText(120),
    nextOn: dateIfAny(t("The day of the next act")),
  })
  .superRefine(({ answers, outcome, nextAct, nextOn }, ctx) => {
    const say = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if ((answers === "part" || answers === "all") && !outcome)
      say("outcome", t("Say in a few words what was answered. The ladder shows it."));
    if (nextAct && !nextOn) say("nextOn", t("Say by which day."));
    if (nextOn && !nextAct) say("nextAct", t("Say in a few words what to do then."));
  });
