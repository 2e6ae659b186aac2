import { z } from "zod";
import { optionalDate, requiredDate } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

/** The risk is gone through by answering the questions and deciding, and not here. */
export const RecordSafetyReview = z
  .object({
    caseId: z.uuid(t("The case is missing.")),
    about: z.enum(["plan", "technology"], t("Say what was gone through.")),
    reviewedOn: requiredDate(t("Say on which day it was gone through.")),
    reviewOn: optionalDate,
  })
  .superRefine(({ reviewedOn, reviewOn }, ctx) => {
    if (reviewOn && reviewOn <= reviewedOn)
      ctx.addIssue({ code: "custom", path: ["reviewOn"], message: t("Choose a day after the review.") });
  });
