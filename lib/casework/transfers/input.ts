import { z } from "zod";
import { requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

export const OfferCase = z.object({
  caseId: z.uuid(t("The case is missing.")),
  memberId: z.uuid(t("Choose a person.")),
  reason: requiredText(t("Say why. The person reads it before they answer."), 1000),
});

export const AcceptOffer = z.object({ offerId: z.uuid(t("The offer is missing.")) });

export const RejectOffer = AcceptOffer.extend({
  reason: requiredText(t("Say why. The person who offered the case will read it."), 1000),
});
