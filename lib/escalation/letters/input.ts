import { z } from "zod";
import { dateIfAny, optionalDate, optionalId, optionalText, requiredDate, requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { letterAnswers, letterChannels, proofKinds } from "./types";

const caseId = z.uuid(t("The case is missing."));
const letterId = z.uuid(t("The letter is missing."));

const channel = z.enum(letterChannels, t("Choose how it went."));

/** What every letter may have. `step` names a step, or one report of it, as the form lists them. */
const about = {
  writtenOn: optionalDate,
  ourReference: optionalText(120),
  theirReference: optionalText(120),
  step: optionalText(140),
  referenceId: optionalId,
  exhibitId: optionalId,
};

export const RecordLetterIn = z
  .object({
    caseId,
    from: requiredText(t("Say from whom it came."), 200),
    receivedOn: requiredDate(t("Say on which day it came.")),
    channel,
    ...about,
    summary: requiredText(t("Say in a few words what it says."), 2000),
    answers: z.enum(letterAnswers, t("Choose whether it answers us.")).default("nothing"),
    outcome: optionalText(1000),
    /** A date that the letter sets, such as a return date. */
    dueOn: dateIfAny(t("The date in the letter")),
  })
  .superRefine(({ answers, step, outcome, dueOn }, ctx) => {
    const say = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (answers !== "nothing" && !step) say("step", t("Choose the step that it answers."));
    if (answers !== "nothing" && !outcome)
      say("outcome", t("Say in a few words what was answered. The ladder shows it."));
    if (dueOn && !step) say("step", t("Choose the step that the date is about."));
  });

const proof = {
  proofKind: z
    .enum(proofKinds, t("Choose what shows that it arrived."))
    .or(z.literal(""))
    .nullish()
    .transform((kind) => kind || null),
  proof: optionalText(300),
};

export const RecordLetterOut = z.object({
  caseId,
  to: requiredText(t("Say to whom it went."), 200),
  sentOn: requiredDate(t("Say on which day it was sent.")),
  channel,
  ...about,
  summary: requiredText(t("Say in a few words what it says."), 2000),
  ...proof,
});

/** Proof of sending that comes later than the letter went. */
export const ProveLetter = z.object({
  letterId,
  proofKind: z.enum(proofKinds, t("Choose what shows that it arrived.")),
  proof: optionalText(300),
});

export const WithdrawLetter = z.object({
  letterId,
  reason: requiredText(t("Say why it is taken off the register."), 300),
});
