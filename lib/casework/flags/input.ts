import { z } from "zod";
import { optionalDate, requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

export const RaiseFlag = z.object({
  caseId: z.uuid(t("The case is missing.")),
  message: requiredText(t("Say what to look at."), 500),
  lookOn: optionalDate,
});

export const ResolveFlag = z.object({
  flagId: z.uuid(t("The flag is missing.")),
  note: requiredText(t("Record the outcome. The flag is kept with this note."), 1000),
});
