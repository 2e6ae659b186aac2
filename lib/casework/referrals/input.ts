import { z } from "zod";
import { CustomInput } from "@/lib/casework/custom-values/input";
import { optionalDate, optionalText, requiredDate, requiredText, seenVersion } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { consents, referralAnswers } from "./types";

const referralId = z.uuid(t("The referral is missing."));

export const ReferClient = z
  .object({
    caseId: z.uuid(t("The case is missing.")),
    serviceId: z.uuid(t("Choose a service.")),
    purpose: requiredText(t("Say what the service is asked to help with."), 1000),
    passedOn: requiredText(t("Say what the service is told about the client."), 2000),
    consent: z.enum(consents, t("Say whether the client agreed.")),
    /** Today when left out. */
    consentOn: optionalDate,
    consentNote: optionalText(1000),
    answerBy: optionalDate,
    ...CustomInput.shape,
  })
  .superRefine(({ consent, consentNote }, ctx) => {
    if (consent === "none" && consentNote === null)
      ctx.addIssue({ code: "custom", path: ["consentNote"], message: t("Say why it cannot wait for consent.") });
  });

/** The fields of the organisation's own. What is not sent keeps its value. */
export const AmendReferralFields = z.object({ referralId, version: seenVersion, ...CustomInput.shape });

export const AnswerReferral = z.object({
  referralId,
  answer: z.enum(referralAnswers, t("Say whether it was accepted or declined.")),
  answeredOn: requiredDate(t("Give the day of the answer.")),
  words: requiredText(t("Say who answered, and what was said."), 1000),
  /** Of an accepted one. Our own default counts when left out. */
  outcomeBy: optionalDate,
});

export const EndReferral = z.object({
  referralId,
  endedOn: requiredDate(t("Give the day.")),
  outcome: requiredText(t("Say what came of it."), 1000),
});

export const WithdrawReferral = z.object({
  referralId,
  reason: requiredText(t("Say why."), 1000),
});
