"use server";

import { formAction } from "@/app/form-action";
import { offerCase } from "@/lib/casework/transfers/offer-case";
import { takeBackOffer } from "@/lib/casework/transfers/take-back-offer";
import { t } from "@/lib/platform/language/translate";

export const offerCaseAction = formAction(offerCase, {
  refresh: "/cases/[caseId]",
  saved: t("Case offered. Nothing changes until it is accepted."),
});

export const takeBackOfferAction = formAction(takeBackOffer, {
  refresh: "/cases/[caseId]",
  saved: t("Offer taken back."),
});
