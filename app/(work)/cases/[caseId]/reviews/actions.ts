"use server";

import { formAction } from "@/app/form-action";
import { closeReview } from "@/lib/casework/reviews/close-review";
import { replyToReview } from "@/lib/casework/reviews/reply-to-review";
import { writeReview } from "@/lib/casework/reviews/write-review";
import { t } from "@/lib/platform/language/translate";

export const writeReviewAction = formAction(writeReview, {
  refresh: "/cases/[caseId]",
  saved: t("Review note saved."),
});

export const replyToReviewAction = formAction(replyToReview, { refresh: "/cases/[caseId]", saved: t("Answer saved.") });

export const closeReviewAction = formAction(closeReview, {
  refresh: "/cases/[caseId]",
  saved: t("Review note closed."),
});
