"use server";

import { nestedForm } from "@/app/(work)/cases/nested-form";
import { formAction } from "@/app/form-action";
import { amendReferralFields } from "@/lib/casework/referrals/amend-referral-fields";
import { answerReferral } from "@/lib/casework/referrals/answer-referral";
import { endReferral } from "@/lib/casework/referrals/end-referral";
import { referClient } from "@/lib/casework/referrals/refer-client";
import { withdrawReferral } from "@/lib/casework/referrals/withdraw-referral";
import { sendCase } from "@/lib/integrations/case-sendings/send-case";
import { t } from "@/lib/platform/language/translate";

const refresh = "/cases/[caseId]";

export const referClientAction = formAction(referClient, {
  input: nestedForm,
  refresh,
  saved: ({ number }) => t("Referral {number} recorded. Nothing was sent: call or write to the service.", { number }),
});

export const answerReferralAction = formAction(answerReferral, { refresh, saved: t("Answer recorded.") });

export const endReferralAction = formAction(endReferral, { refresh, saved: t("Outcome recorded.") });

export const withdrawReferralAction = formAction(withdrawReferral, { refresh, saved: t("Referral withdrawn.") });

export const amendReferralFieldsAction = formAction(amendReferralFields, {
  input: nestedForm,
  refresh,
  saved: t("Fields saved."),
});

export const sendCaseAction = formAction(sendCase, {
  confirm: "case.send",
  refresh,
  saved: t("The case is on its way. This page says when it was taken."),
});
