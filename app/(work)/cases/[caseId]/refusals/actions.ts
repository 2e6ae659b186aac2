"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { logRefusal } from "@/lib/escalation/refusals/log-refusal";
import { raiseRefusal } from "@/lib/escalation/refusals/raise-refusal";
import { settleRefusal } from "@/lib/escalation/refusals/settle-refusal";
import { fillInNumbers } from "../../fill-in-numbers";

export async function logRefusalAction(_before: FormState, form: FormData): Promise<FormState> {
  const act = async () => {
    const { number } = await logRefusal(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return `Refusal ${number} logged.`;
  };
  return runForm(form, act, (sent) => fillInNumbers(sent, { proofExhibitId: { kind: "exhibit", sent: "one" } }));
}

export async function raiseRefusalAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { rung } = await raiseRefusal(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return `Now with: ${rung}.`;
  });
}

export async function settleRefusalAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await settleRefusal(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Refusal settled.";
  });
}
