import { z } from "zod";
import { risks } from "@/lib/casework/cases/types";
import { riskQuestions } from "@/lib/law/jurisdictions/common/risk-questions";
import { optionalDate, optionalText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { fieldOf } from "./rules";
import { riskAnswers } from "./types";

const answer = z.enum(riskAnswers, t("Choose yes, no or not known.")).default("unknown");

const questions: Readonly<Record<ReturnType<typeof fieldOf>, typeof answer>> = Object.fromEntries(
  riskQuestions.map(({ key }) => [fieldOf(key), answer]),
);

/** A question that was not answered is not known. */
export const AssessRisk = z
  .object({
    caseId: z.uuid(t("The case is missing.")),
    note: optionalText(1000),
  })
  .extend(questions);

export const DecideRisk = z.object({
  caseId: z.uuid(t("The case is missing.")),
  assessmentId: z.uuid(t("The answers are missing.")),
  level: z.enum(risks, t("Choose a risk.")),
  reason: optionalText(300),
  reviewOn: optionalDate,
});
