import { z } from "zod";
import { requiredText } from "@/lib/platform/fields";

export const DraftCertificate = z.object({
  caseId: z.uuid("The case is missing."),
  certificate: requiredText("Choose a certificate.", 80),
  exhibitIds: z
    .array(z.uuid("Choose exhibits of this case."), "Choose at least one exhibit.")
    .min(1, "Choose at least one exhibit.")
    .max(500, "Choose at most 500 exhibits."),
});
