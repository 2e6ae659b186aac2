import { z } from "zod";
import { requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { mostCases } from "./rules";

export const BeginBatch = z.object({
  batchId: z.uuid(t("Open the form again.")),
  caseIds: z
    .array(z.string().trim().min(1).max(60))
    .min(1, t("Tick at least one case."))
    .max(mostCases, t("At most {mostCases} cases at a time.", { mostCases })),
  memberId: z.uuid(t("Choose a person.")),
  reason: requiredText(t("Say why. It is kept with the result."), 500),
});

export const AssignRow = z.object({
  batchId: z.uuid(t("The list is missing.")),
  askedId: z.uuid(t("The case is missing.")),
});
