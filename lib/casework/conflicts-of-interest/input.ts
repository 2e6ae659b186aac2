import { z } from "zod";
import { requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

export const RecordConflict = z.object({
  caseId: z.uuid(t("The case is missing.")),
  memberId: z.uuid(t("Choose a person.")),
  reason: requiredText(t("Say why they must not see it."), 500),
});

export const LiftConflict = z.object({ denialId: z.uuid(t("The entry is missing.")) });
