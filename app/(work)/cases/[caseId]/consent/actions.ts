"use server";

import { formAction } from "@/app/form-action";
import { fileConsentPaper } from "@/lib/casework/consents/file-consent-paper";
import { recordConsent } from "@/lib/casework/consents/record-consent";
import { withdrawConsent } from "@/lib/casework/consents/withdraw-consent";
import { t } from "@/lib/platform/language/translate";
import { nestedForm } from "../../nested-form";

export const recordConsentAction = formAction(recordConsent, {
  input: nestedForm,
  refresh: "/cases/[caseId]",
  saved: t("Recorded."),
});

export const withdrawConsentAction = formAction(withdrawConsent, {
  refresh: "/cases/[caseId]",
  saved: t("Withdrawn. Releases end by their own revocation."),
});

export const fileConsentPaperAction = formAction(fileConsentPaper, {
  refresh: "/cases/[caseId]",
  saved: t("Signed paper named."),
});
