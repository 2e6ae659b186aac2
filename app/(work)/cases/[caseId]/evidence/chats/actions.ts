"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { answerImport } from "@/lib/evidence/chats/commands/answer-import";
import { makeIncidents } from "@/lib/evidence/chats/commands/make-incidents";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { tieSender } from "@/lib/evidence/chats/commands/tie-sender";
import { hideWord } from "@/lib/evidence/chats/hide-word";
import { revealExhibit } from "@/lib/evidence/exposure/reveal-exhibit";
import { importPath, readAsked, writeAsked } from "./address";
import { madeWords } from "./made-words";

export async function startImportAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { id } = await startImport(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    redirect(importPath(String(form.get("caseId")), id));
  });
}

export async function answerImportAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await answerImport(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]/evidence/chats", "layout");
    return "Reading it with this order.";
  });
}

export async function tieSenderAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await tieSender(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return "Noted who this is.";
  });
}

export async function makeIncidentsAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const picked = { ...Object.fromEntries(form), messageIds: form.getAll("messageIds") };
    const made = await makeIncidents(await actingCtx(), picked);
    revalidatePath("/cases/[caseId]", "layout");
    return madeWords(made);
  });
}

/** Shows the words of the export to this person for a while, and writes down that they were read. */
export async function unfoldAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await revealExhibit(await actingCtx(), { exhibitId: String(form.get("exhibitId")), what: "text" });
    revalidatePath("/cases/[caseId]/evidence/chats", "layout");
    return undefined;
  });
}

/** Goes to the list that was asked for. The word is sealed before it stands in an address. */
export async function filterAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const ctx = await actingCtx();
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    const [caseId = "", importId = "", word = ""] = [typed.caseId, typed.importId, typed.word?.trim()];
    const find = word ? await hideWord(ctx, importId, word) : null;
    redirect(writeAsked(importPath(caseId, importId), { ...readAsked(typed), find, page: 1 }));
  });
}
