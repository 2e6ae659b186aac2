import { z } from "zod";
import { requiredText, ticked } from "@/lib/platform/fields";

export const WriteReview = z.object({
  caseId: z.uuid("The case is missing."),
  note: requiredText("Write what you saw, or that all is well.", 2000),
  wantsAnswer: ticked,
});

export const ReplyToReview = z.object({
  reviewId: z.uuid("The note is missing."),
  words: requiredText("Write an answer.", 2000),
});

export const CloseReview = z.object({ reviewId: z.uuid("The note is missing.") });
