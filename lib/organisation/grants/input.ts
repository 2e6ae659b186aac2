import { z } from "zod";
import { requiredText } from "@/lib/platform/fields";

export const GrantOwnApproval = z.object({
  memberId: z.uuid("The person is missing."),
  reason: requiredText("Say why a second person cannot decide.", 500),
});

export const EndGrant = z.object({ memberId: z.uuid("The person is missing.") });
