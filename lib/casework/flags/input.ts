import { z } from "zod";
import { optionalDate, requiredText } from "@/lib/platform/fields";

export const RaiseFlag = z.object({
  caseId: z.uuid("The case is missing."),
  message: requiredText("Say what to look at.", 500),
  lookOn: optionalDate,
});

export const ResolveFlag = z.object({
  flagId: z.uuid("The flag is missing."),
  note: requiredText("Say what came of it. The flag stays with this note.", 1000),
});
