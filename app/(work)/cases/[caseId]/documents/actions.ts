"use server";

import { revalidatePath } from "next/cache";
import { runForm } from "@/app/_ui/run-form";
import { formAction } from "@/app/form-action";
import { actingCtx, readCtx } from "@/lib/auth/sessions/session";
import { draftDocument } from "@/lib/documents/papers/commands/draft-document";
import { finaliseDocument } from "@/lib/documents/papers/commands/finalise-document";
import { markDocumentSent } from "@/lib/documents/papers/commands/mark-document-sent";
import { refreshDocument } from "@/lib/documents/papers/commands/refresh-document";
import { reopenDocument } from "@/lib/documents/papers/commands/reopen-document";
import { saveDocument } from "@/lib/documents/papers/commands/save-document";
import { swearDocument } from "@/lib/documents/papers/commands/swear-document";
import { withdrawDocument } from "@/lib/documents/papers/commands/withdraw-document";
import { readDraft, readEdits } from "@/lib/documents/papers/input";
import { t } from "@/lib/platform/language/translate";
import { type EditorState, refusedState, savedState, signedOut } from "./editor-state";

/** A document that contains the client's identity or address requires fresh proof; the command checks it again. */
const proofToDraw = (form: FormData) => (form.get("opens") === "yes" ? "document.draft" : null);

export const draftDocumentAction = formAction(draftDocument, {
  confirm: proofToDraw,
  input: readDraft,
  goTo: ({ id }, form) => `/cases/${form.get("caseId")}/documents/${id}`,
});

/** Does not redirect to the sign-in page: what was typed would be lost. */
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

export const refreshDocumentAction = formAction(refreshDocument, {
  confirm: proofToDraw,
  refresh: "/cases/[caseId]",
  saved: ({ changed }) =>
    changed ? t("Refreshed from the case. Your own text was kept.") : t("Nothing new in the case"),
});

export const finaliseDocumentAction = formAction(finaliseDocument, {
  refresh: "/cases/[caseId]",
  saved: t("The document is final"),
});

export const swearDocumentAction = formAction(swearDocument, {
  refresh: "/cases/[caseId]",
  saved: t("Noted as sworn"),
});

export const markDocumentSentAction = formAction(markDocumentSent, {
  refresh: "/cases/[caseId]",
  saved: ({ letter }) => t("Marked as sent. It is {letter} on the register of letters.", { letter }),
});

export const withdrawDocumentAction = formAction(withdrawDocument, {
  refresh: "/cases/[caseId]",
  saved: t("The document is withdrawn"),
});

export const reopenDocumentAction = formAction(reopenDocument, {
  refresh: "/cases/[caseId]",
  saved: t("The document is a draft again"),
});
