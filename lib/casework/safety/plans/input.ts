import { z } from "zod";
import { optionalText, requiredText, seenVersion } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { planSections } from "./types";

/** More than any plan that somebody can remember. */
export const mostEntries = 60;

const caseId = z.uuid(t("The case is missing."));
const entryId = z.uuid(t("The entry is missing."));
const what = requiredText(t("Say it in a few words."), 200);
const detail = optionalText(600);

export const AddPlanEntry = z.object({
  caseId,
  section: z.enum(planSections, t("Choose a section.")),
  what,
  detail,
});

export const AmendPlanEntry = z.object({ caseId, entryId, what, detail, version: seenVersion });

export const RemovePlanEntry = z.object({ caseId, entryId });
