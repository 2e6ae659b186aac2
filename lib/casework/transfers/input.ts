import { z } from "zod";
import { requiredText } from "@/lib/platform/fields";

export const OfferCase = z.object({
  caseId: z.uuid("The case is missing."),
  memberId: z.uuid("Choose a person."),
  reason: requiredText("Say why. The person reads it before they answer.", 1000),
});

export const AcceptOffer = z.object({ offerId: z.uuid("The offer is missing.") });

export const RejectOffer = AcceptOffer.extend({
  reason: requiredText("Say why. Who offered the case reads it.", 1000),
});
