"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { offerCase } from "@/lib/casework/transfers/offer-case";
import { takeBackOffer } from "@/lib/casework/transfers/take-back-offer";

export async function offerCaseAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { caseId } = await offerCase(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${caseId}`, "layout");
    return "Case offered. Nothing changes until it is accepted.";
  });
}

export async function takeBackOfferAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { caseId } = await takeBackOffer(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${caseId}`, "layout");
    return "Offer taken back.";
  });
}
