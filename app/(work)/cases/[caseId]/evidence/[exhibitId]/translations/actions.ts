"use server";

import { formAction } from "@/app/form-action";
import { translateWords } from "@/lib/evidence/translations/translate-words";
import { withdrawTranslation } from "@/lib/evidence/translations/withdraw-translation";
import { t } from "@/lib/platform/language/translate";

export const translateWordsAction = formAction(translateWords, {
  refresh: "/cases/[caseId]",
  saved: t("Entered. Packets built from now on print it beside the original."),
});

export const withdrawTranslationAction = formAction(withdrawTranslation, {
  refresh: "/cases/[caseId]",
  saved: t("Translation taken back. Packets built from now on print the original alone."),
});
