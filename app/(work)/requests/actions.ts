"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { askAccess } from "@/lib/operations/exports/ask-access";
import { amendRequest } from "@/lib/privacy/data-subject-requests/commands/amend-request";
import { confirmIdentity } from "@/lib/privacy/data-subject-requests/commands/confirm-identity";
import { decideRequest } from "@/lib/privacy/data-subject-requests/commands/decide-request";
import { noteAnswer } from "@/lib/privacy/data-subject-requests/commands/note-answer";
import { noteCorrection } from "@/lib/privacy/data-subject-requests/commands/note-correction";
import { recordRequest } from "@/lib/privacy/data-subject-requests/commands/record-request";
import { withdrawRequest } from "@/lib/privacy/data-subject-requests/commands/withdraw-request";

export async function recordRequestAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { number } = await recordRequest(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return `Written down as request ${number}. Open it above.`;
  });
}

export async function confirmIdentityAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await confirmIdentity(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/requests");
    return "Noted.";
  });
}

export async function decideRequestAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await decideRequest(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/requests");
    return "Decided.";
  });
}

export async function noteAnswerAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await noteAnswer(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return "Noted.";
  });
}

export async function withdrawRequestAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await withdrawRequest(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return "Withdrawn.";
  });
}

export async function amendRequestAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await amendRequest(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return "Changed.";
  });
}

export async function noteCorrectionAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await noteCorrection(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return "Put right. What stood there before is kept.";
  });
}

export async function askAccessAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await askAccess(await confirmPerson(form, "export.ask"), Object.fromEntries(form));
    revalidatePath("/requests");
    return "The folder is being made.";
  });
}
