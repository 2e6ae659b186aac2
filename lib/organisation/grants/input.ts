import { z } from "zod";
import { requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

export const GrantOwnApproval = z.object({
  memberId: z.uuid(t("The person is missing.")),
  reason: requiredText(t("Say why a second person cannot decide."), 500),
});

export const EndGrant = z.object({ memberId: z.uuid(t("The person is missing.")) });
