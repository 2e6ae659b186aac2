"use server";

import { formAction } from "@/app/form-action";
import { addLiaison } from "@/lib/handover/officers/add-liaison";
import { amendLiaison } from "@/lib/handover/officers/amend-liaison";
import { noteCallback } from "@/lib/handover/officers/note-callback";
import { t } from "@/lib/platform/language/translate";

export const amendLiaisonAction = formAction(amendLiaison, { refresh: "/officers", saved: t("Changed") });

export const addLiaisonAction = formAction(addLiaison, {
  refresh: "/officers",
  saved: t("Entered. Somebody else calls the office back and confirms the entry."),
});

export const noteCallbackAction = formAction(noteCallback, {
  refresh: "/officers",
  saved: t("Saved. The call is recorded in the entry."),
});
