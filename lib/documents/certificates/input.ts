import { z } from "zod";
import { requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

export const DraftCertificate = z.object({
  caseId: z.uuid(t("The case is missing.")),
  certificate: requiredText(t("Choose a certificate."), 80),
  exhibitIds: z
    .array(z.uuid(t("Choose exhibits of this case.")), t("Choose at least one exhibit."))
    .min(1, t("Choose at least one exhibit."))
    .max(500, t("Choose at most 500 exhibits.")),
});
