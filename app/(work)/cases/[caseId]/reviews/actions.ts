"use server";

import { formAction } from "@/app/form-action";
import { closeReview } from "@/lib/casework/reviews/close-review";
import { replyToReview } from "@/lib/casework/reviews/reply-to-review";
import { writeReview } from "@/lib/casework/reviews/write-review";

export const writeReviewAction = formAction(writeReview, { refresh: "/cases/[caseId]", saved: "Review note saved." });

export const replyToReviewAction = formAction(replyToReview, { refresh: "/cases/[caseId]", saved: "Answer saved." });

export const closeReviewAction = formAction(closeReview, { refresh: "/cases/[caseId]", saved: "Review note closed." });
