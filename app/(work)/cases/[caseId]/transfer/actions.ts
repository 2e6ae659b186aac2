"use server";

import { formAction } from "@/app/form-action";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
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

/** A request is a flag on the case: its owner and the supervisors have it on My work, and offer the case or resolve it. */
export const requestTransferAction = formAction(raiseFlag, {
  refresh: "/cases/[caseId]",
  saved: t("Request sent as a flag. The case stays with its owner until it is offered to you and you accept it."),
});
