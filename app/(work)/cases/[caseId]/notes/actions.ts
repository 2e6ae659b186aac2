"use server";

import { formAction } from "@/app/form-action";
import { addNote } from "@/lib/casework/notes/add-note";
import { amendNote } from "@/lib/casework/notes/amend-note";
import { discardDraft } from "@/lib/casework/notes/discard-draft";
import { finishNextAct } from "@/lib/casework/notes/finish-next-act";
import { pinNote } from "@/lib/casework/notes/pin-note";
import { withdrawNote } from "@/lib/casework/notes/withdraw-note";
import { t } from "@/lib/platform/language/translate";

const refresh = "/cases/[caseId]";

/** From the sheet over any page of the case. */
export const addNoteAction = formAction(addNote, { refresh, saved: t("Note saved. It is on the timeline.") });

/** From the page, which works without script. */
export const addNoteOnPageAction = formAction(addNote, {
  refresh,
  goTo: ({ id, caseId }) => `/cases/${caseId}/timeline#note-${id}`,
});

export const amendNoteAction = formAction(amendNote, {
  refresh,
  goTo: ({ id, caseId }) => `/cases/${caseId}/notes/${id}`,
});

export const discardDraftAction = formAction(discardDraft, {
  refresh,
  goTo: ({ noteId, caseId }, form) => `/cases/${caseId}/notes/${form.get("of") === "change" ? noteId : "new"}`,
});

export const finishNextActAction = formAction(finishNextAct, { refresh, saved: t("Marked as done.") });

export const pinNoteAction = formAction(pinNote, {
  refresh,
  saved: (_made, form) => (form.get("pinned") ? t("Pinned to the overview.") : t("Taken off the overview.")),
});

export const withdrawNoteAction = formAction(withdrawNote, { refresh, saved: t("Note withdrawn.") });
