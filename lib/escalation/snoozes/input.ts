import { z } from "zod";
import { requiredDate, requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

export const SnoozeItem = z.object({
  caseId: z.uuid(t("The case is missing.")),
  itemKey: requiredText(t("Open My work again and choose the act."), 160),
  until: requiredDate(t("Say on which day it comes back.")),
  reason: requiredText(t("Say why it can wait. Your colleagues read it."), 300),
});

export const WakeItem = z.object({ snoozeId: z.uuid(t("Open My work again and choose the act.")) });
