"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { formAction } from "@/app/form-action";
import { actingCtx } from "@/lib/auth/sessions/session";
import { answerImport } from "@/lib/evidence/chats/commands/answer-import";
import { linkSender } from "@/lib/evidence/chats/commands/link-sender";
import { makeIncidents } from "@/lib/evidence/chats/commands/make-incidents";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { hideWord } from "@/lib/evidence/chats/hide-word";
import { revealExhibit } from "@/lib/evidence/exposure/reveal-exhibit";
import { t } from "@/lib/platform/language/translate";
import { importPath, readAsked, writeAsked } from "./address";
import { madeWords } from "./made-words";

export const startImportAction = formAction(startImport, {
  refresh: "/cases/[caseId]",
  goTo: ({ id }, form) => importPath(String(form.get("caseId")), id),
});

export const answerImportAction = formAction(answerImport, {
  refresh: "/cases/[caseId]/evidence/chats",
  saved: t("Reading it with this order."),
});

export const linkSenderAction = formAction(linkSender, { refresh: "/cases/[caseId]", saved: t("Noted who this is.") });

export const makeIncidentsAction = formAction(makeIncidents, {
  input: (form) => ({ ...Object.fromEntries(form), messageIds: form.getAll("messageIds") }),
  refresh: "/cases/[caseId]",
  saved: madeWords,
});

/** Shows the words of the export to this person for a while, and writes down that they were read. */
export const unfoldAction = formAction(revealExhibit, {
  input: (form) => ({ exhibitId: String(form.get("exhibitId")), what: "text" }),
  refresh: "/cases/[caseId]/evidence/chats",
});

/** Goes to the requested list. The word is encrypted before it is put in a URL. */
export async function filterAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const ctx = await actingCtx();
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    const [caseId = "", importId = "", word = ""] = [typed.caseId, typed.importId, typed.word?.trim()];
    const find = word ? await hideWord(ctx, importId, word) : null;
    redirect(writeAsked(importPath(caseId, importId), { ...readAsked(typed), find, page: 1 }));
  });
}
