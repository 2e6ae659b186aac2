"use server";

import { formAction } from "@/app/form-action";
import { acceptOffer } from "@/lib/casework/transfers/accept-offer";
import { rejectOffer } from "@/lib/casework/transfers/reject-offer";
import { t } from "@/lib/platform/language/translate";

export const acceptOfferAction = formAction(acceptOffer, { refresh: "/", goTo: ({ caseId }) => `/cases/${caseId}` });

export const rejectOfferAction = formAction(rejectOffer, {
  refresh: "/offers/[offerId]",
  saved: t("Offer rejected. The person who offered it sees your answer."),
});
