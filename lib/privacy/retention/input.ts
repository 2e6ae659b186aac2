import { z } from "zod";
import { requiredReason } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { isCivilDate } from "@/lib/platform/time/calendar";
import { yearsMost } from "./labels";

export const SetKeeping = z.object({
  years: z.coerce
    .number(t("Type the years as a number, such as 5."))
    .int(t("Use whole years."))
    .min(1, t("Keep cases for at least one year."))
    .max(yearsMost, t("Use at most {yearsMost} years.", { yearsMost })),
});

export const PostponeDecision = z.object({
  caseId: z.uuid(t("The case is missing.")),
  decideOn: z.string(t("Choose the new day.")).trim().refine(isCivilDate, t("Choose a day, such as 2027-03-31.")),
  reason: requiredReason(5),
});
