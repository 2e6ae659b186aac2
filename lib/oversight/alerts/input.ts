import { z } from "zod";
import { t } from "@/lib/platform/language/translate";

export const AcknowledgeAlert = z.object({
  alertId: z.uuid(t("There is no such alert.")),
  /** For what asks whether two clients are one person. */
  result: z.enum(["same", "different"], "Say whether they are one person.").optional(),
});
