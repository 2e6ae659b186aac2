import { z } from "zod";
import { requiredText } from "@/lib/platform/fields";

export const RecordConflict = z.object({
  caseId: z.uuid("The case is missing."),
  memberId: z.uuid("Choose a person."),
  reason: requiredText("Say why they must not see it.", 500),
});

export const LiftConflict = z.object({ denialId: z.uuid("The entry is missing.") });
