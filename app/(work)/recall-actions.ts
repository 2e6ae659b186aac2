"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { makeRecall } from "@/lib/handover/recalls/make-recall";
import { settleRecall } from "@/lib/handover/recalls/settle-recall";

export async function makeRecallAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await makeRecall(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return "The recall is open. Its letter is on the page of the packet, under Recalls.";
  });
}

export async function settleRecallAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await settleRecall(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return "Noted. It stands in the dispatch log.";
  });
}
