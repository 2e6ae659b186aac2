"use server";

import { formAction } from "@/app/form-action";
import { askTestMail } from "@/lib/operations/installation/ask-test-mail";
import { proveMail } from "@/lib/operations/installation/prove-mail";
import { skipStep } from "@/lib/operations/installation/skip-step";
import { t } from "@/lib/platform/language/translate";

const refresh = "/admin/installation";

export const askTestMailAction = formAction(askTestMail, {
  refresh,
  saved: t("The mail is on its way to your address"),
});

export const proveMailAction = formAction(proveMail, { refresh, saved: t("Mails arrive") });

export const skipStepAction = formAction(skipStep, {
  refresh,
  saved: (_made, form) => (form.get("skip") === "yes" ? t("Skipped") : t("Back among the first steps")),
});
