import { z } from "zod";
import { t } from "@/lib/platform/language/translate";
import { isCivilDate } from "@/lib/platform/time/calendar";

const text = z.string().max(200).optional();
const day = z.string().refine(isCivilDate, t("Use year, month, day: 2026-11-24.")).optional();

/** The filter is that of the page. */
export const ExportTimeline = z.object({
  caseId: z.uuid(t("The case is missing.")),
  format: z.enum(["csv", "xlsx"], t("Choose CSV or XLSX.")),
  filter: z.object({ what: text, account: text, platform: text, person: text, from: day, to: day, words: text }),
});
