"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { acceptOffer } from "@/lib/casework/transfers/accept-offer";
import { rejectOffer } from "@/lib/casework/transfers/reject-offer";

export async function acceptOfferAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { caseId } = await acceptOffer(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    redirect(`/cases/${caseId}`);
  });
}

export async function rejectOfferAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { id } = await rejectOffer(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/offers/${id}`);
    return "Offer rejected. Who offered it reads your answer.";
  });
}
