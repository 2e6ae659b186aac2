import { z } from "zod";
import { requiredText } from "@/lib/platform/fields";
import { mostCases } from "./rules";

export const BeginBatch = z.object({
  batchId: z.uuid("Open the form again."),
  caseIds: z
    .array(z.string().trim().min(1).max(60))
    .min(1, "Tick at least one case.")
    .max(mostCases, `At most ${mostCases} cases at a time.`),
  memberId: z.uuid("Choose a person."),
  reason: requiredText("Say why. It is kept with the result.", 500),
});

export const AssignRow = z.object({
  batchId: z.uuid("The list is missing."),
  askedId: z.uuid("The case is missing."),
});
