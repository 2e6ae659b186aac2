import { z } from "zod";
import { requiredText, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

export const WriteReview = z.object({
  caseId: z.uuid(t("The case is missing.")),
  note: requiredText(t("Write what you saw, or that all is well."), 2000),
  wantsAnswer: ticked,
});

export const ReplyToReview = z.object({
  reviewId: z.uuid(t("The note is missing.")),
  words: requiredText(t("Write an answer."), 2000),
});

export const CloseReview = z.object({ reviewId: z.uuid(t("The note is missing.")) });
