"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx, readCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { draftDocument } from "@/lib/documents/papers/commands/draft-document";
import { finaliseDocument } from "@/lib/documents/papers/commands/finalise-document";
import { markDocumentSent } from "@/lib/documents/papers/commands/mark-document-sent";
import { refreshDocument } from "@/lib/documents/papers/commands/refresh-document";
import { reopenDocument } from "@/lib/documents/papers/commands/reopen-document";
import { saveDocument } from "@/lib/documents/papers/commands/save-document";
import { swearDocument } from "@/lib/documents/papers/commands/swear-document";
import { withdrawDocument } from "@/lib/documents/papers/commands/withdraw-document";
import { readDraft, readEdits } from "@/lib/documents/papers/input";
import { type EditorState, refusedState, savedState, signedOut } from "./editor-state";

/** A paper that opens who or where the client is wants a fresh proof; the command says so again. */
const drawer = (form: FormData) => (form.get("opens") === "yes" ? confirmPerson(form, "document.draft") : actingCtx());

export async function draftDocumentAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { id } = await draftDocument(await drawer(form), readDraft(form));
    redirect(`/cases/${form.get("caseId")}/documents/${id}` as Route);
  });
}

/** Nobody is sent to the sign-in page from here: what was typed would be gone. */
export async function saveDocumentAction(_before: EditorState, form: FormData): Promise<EditorState> {
  if (!(await readCtx())) return signedOut(form);
  let saved: Awaited<ReturnType<typeof saveDocument>> | undefined;
  const state = await runForm(form, async () => {
    saved = await saveDocument(await actingCtx(), readEdits(form));
    revalidatePath("/cases/[caseId]", "layout");
    return undefined;
  });
  return saved ? savedState(form, saved) : refusedState(form, state);
}

export async function refreshDocumentAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { changed } = await refreshDocument(await drawer(form), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return changed ? "Drawn again. Your own words were kept." : "Nothing new in the case";
  });
}

export async function finaliseDocumentAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await finaliseDocument(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return "The paper is final";
  });
}

export async function swearDocumentAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await swearDocument(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return "Noted as sworn";
  });
}

export async function markDocumentSentAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await markDocumentSent(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return "Noted as sent";
  });
}

export async function withdrawDocumentAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await withdrawDocument(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return "The paper is withdrawn";
  });
}

export async function reopenDocumentAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await reopenDocument(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return "The paper is a draft again";
  });
}
