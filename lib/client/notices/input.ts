import { z } from "zod";
import { t } from "@/lib/platform/language/translate";

export const AskNotice = z.object({
  caseId: z.uuid(t("The case is missing.")),
  channel: z.enum(["sms", "email"], t("Choose how to send it.")),
});

export const OneNotice = z.object({ noticeId: z.uuid() });

export const NoteSent = z.object({ noticeId: z.uuid(), sent: z.boolean() });
