import { z } from "zod";
import { requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { asCode } from "./rules";

export const RequestEmergencyAccess = z.object({
  code: requiredText(t("Type the number of the case."), 40).transform(asCode),
  reason: requiredText(t("Say what the emergency is."), 1000),
});

export const DecideEmergencyAccess = z.object({
  lookId: z.uuid(t("The request is missing.")),
  decision: z.enum(["release", "refuse"], "Choose what to do."),
});

export const OneEmergencyAccess = z.object({ lookId: z.uuid(t("The request is missing.")) });
export const OneNotice = z.object({ noticeId: z.uuid(t("The notice is missing.")) });
