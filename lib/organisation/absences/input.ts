import { z } from "zod";
import { requiredDate } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

export const RecordAbsence = z
  .object({
    memberId: z.uuid(t("Choose who is away.")),
    coverId: z.uuid(t("Choose who covers.")),
    fromOn: requiredDate(t("Type the first day.")),
    untilOn: requiredDate(t("Type the last day.")),
  })
  .superRefine(({ memberId, coverId }, ctx) => {
    if (memberId === coverId) {
      ctx.addIssue({
        code: "custom",
        path: ["coverId"],
        message: t("Choose somebody else: nobody covers for themselves."),
      });
    }
  });

export const EndAbsence = z.object({ leaveId: z.uuid(t("The time off is missing.")) });
