"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { closeReview } from "@/lib/casework/reviews/close-review";
import { replyToReview } from "@/lib/casework/reviews/reply-to-review";
import { writeReview } from "@/lib/casework/reviews/write-review";

export async function writeReviewAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { caseId } = await writeReview(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${caseId}`, "layout");
    return "Review note saved.";
  });
}

export async function replyToReviewAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { caseId } = await replyToReview(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${caseId}`, "layout");
    return "Answer saved.";
  });
}

export async function closeReviewAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { caseId } = await closeReview(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${caseId}`, "layout");
    return "Review note closed.";
  });
}
