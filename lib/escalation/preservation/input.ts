import { z } from "zod";
import { optionalDate, optionalId, optionalText, requiredDate, requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

/** What an officer requested from a provider, and the result. Nothing is sent from here. */
export const RecordPreservation = z.object({
  /** Made when the form is rendered, so that the same form sent twice records one request. */
  id: z.uuid(t("Open the form again.")),
  caseId: z.uuid(t("The case is missing.")),
  accountId: z.uuid(t("Choose an account.")),
  askedBy: requiredText(t("Say which office asked, such as the station or the unit."), 120),
  askedOn: requiredDate(t("Say when it was asked.")),
  acceptedOn: optionalDate,
  refusedOn: optionalDate,
  expiresOn: optionalDate,
  referenceId: optionalId,
  note: optionalText(300),
});

export const preservationAnswers = ["accepted", "refused", "renewed", "expiry"] as const;

export const RenewPreservation = z.object({
  caseId: z.uuid(t("The case is missing.")),
  preservationId: z.uuid(t("The preservation is missing.")),
  answer: z.enum(preservationAnswers, "Choose what came of it."),
  on: requiredDate(t("Say on which day.")),
  /** The last day as the provider's letter says it. */
  expiresOn: optionalDate,
  /** The provider's number for it, once it came. */
  referenceId: optionalId,
});
