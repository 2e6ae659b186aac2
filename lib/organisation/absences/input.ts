import { z } from "zod";
import { requiredDate } from "@/lib/platform/fields";

export const RecordAbsence = z
  .object({
    memberId: z.uuid("Choose who is away."),
    coverId: z.uuid("Choose who covers."),
    fromOn: requiredDate("Type the first day."),
    untilOn: requiredDate("Type the last day."),
  })
  .superRefine(({ memberId, coverId }, ctx) => {
    if (memberId === coverId) {
      ctx.addIssue({
        code: "custom",
        path: ["coverId"],
        message: "Choose somebody else: nobody covers for themselves.",
      });
    }
  });

export const EndAbsence = z.object({ leaveId: z.uuid("The leave is missing.") });
