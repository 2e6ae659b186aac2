import { z } from "zod";
import { technologyItems } from "@/lib/law/jurisdictions/common/technology-items";
import { optionalText, requiredDate } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { checkStates } from "./types";

export const RecordDeviceCheck = z.object({
  caseId: z.uuid(t("The case is missing.")),
  item: z.enum(
    technologyItems.map(({ key }) => key),
    t("Choose an item of the list."),
  ),
  state: z.enum(checkStates, t("Choose one answer.")),
  note: optionalText(1000),
  checkedOn: requiredDate(t("Say on which day you asked.")),
});
