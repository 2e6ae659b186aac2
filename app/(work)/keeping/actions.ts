"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { askErasure } from "@/lib/privacy/erasures/ask-erasure";
import { decideErasure } from "@/lib/privacy/erasures/decide-erasure";
import { liftHold } from "@/lib/privacy/holds/lift-hold";
import { liftRestriction } from "@/lib/privacy/holds/lift-restriction";
import { placeHold } from "@/lib/privacy/holds/place-hold";
import { placeRestriction } from "@/lib/privacy/holds/place-restriction";
import { postponeDecision } from "@/lib/privacy/retention/postpone-decision";

export async function askErasureAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { of, id, ground, reason } = Object.fromEntries(form);
    await askErasure(await actingCtx(), { of, id, ground, reason, withClient: form.get("withClient") === "on" });
    revalidatePath("/", "layout");
    return "Asked. Another supervisor has to release it.";
  });
}

export async function decideErasureAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { requestId, decision } = Object.fromEntries(form);
    const ctx = decision === "release" ? await confirmPerson(form, "erasure.release") : await actingCtx();
    await decideErasure(ctx, { requestId, decision });
    revalidatePath("/", "layout");
    return decision === "release" ? "Released. It is being erased." : "Nothing is erased.";
  });
}

export async function postponeDecisionAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await postponeDecision(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return "Put off.";
  });
}

export async function placeHoldAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await placeHold(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return "Held. Nobody can erase it.";
  });
}

export async function liftHoldAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await liftHold(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return "The hold is lifted.";
  });
}

export async function placeRestrictionAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await placeRestriction(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return "Restricted. Nothing is changed or given out.";
  });
}

export async function liftRestrictionAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await liftRestriction(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return "The restriction is lifted.";
  });
}
