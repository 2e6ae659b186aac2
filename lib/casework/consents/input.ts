import { z } from "zod";
import { ConsentShape, checkConsent } from "@/lib/casework/cases/input";
import { optionalDate, requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

const caseId = z.uuid(t("The case is missing."));
const consentId = z.uuid(t("The consent is missing."));

export const RecordConsent = ConsentShape.extend({ caseId }).superRefine(checkConsent);

export const WithdrawConsent = z.object({
  caseId,
  consentId,
  /** Today when left out. */
  withdrawnOn: optionalDate,
  reason: requiredText(t("Say what the client said, or why it ended."), 400),
});

export const FileConsentPaper = z.object({
  caseId,
  consentId,
  exhibitId: z.uuid(t("Choose the signed paper from the exhibits of this case.")),
});
