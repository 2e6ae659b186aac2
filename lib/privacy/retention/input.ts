import { z } from "zod";
import { requiredReason } from "@/lib/platform/fields";
import { isCivilDate } from "@/lib/platform/time/calendar";
import { yearsMost } from "./labels";

export const SetKeeping = z.object({
  years: z.coerce
    .number("Type the years as a number, such as 5.")
    .int("Use whole years.")
    .min(1, "Keep cases for at least one year.")
    .max(yearsMost, `Use at most ${yearsMost} years.`),
});

export const PostponeDecision = z.object({
  caseId: z.uuid("The case is missing."),
  decideOn: z.string("Choose the new day.").trim().refine(isCivilDate, "Choose a day, such as 2027-03-31."),
  reason: requiredReason(5),
});
