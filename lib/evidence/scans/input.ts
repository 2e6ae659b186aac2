import { z } from "zod";
import { scanProblems } from "@/lib/platform/clamd/problems";
import { requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

const exhibitId = z.uuid(t("Name the exhibit."));

export const NoteScan = z.object({
  exhibitId,
  /** The scanner's name for what it found; null when it found nothing. */
  virus: z.string().min(1, t("Name what was found.")).max(120, t("The name of the virus is too long.")).nullable(),
  engine: z.string().min(1, t("Name the scanner.")).max(130, t("No scanner has so long a name.")),
});

export const NoteScanProblem = z.object({ exhibitId, problem: z.enum(scanProblems, "Name a problem of the list.") });

export const LetOutOriginal = z.object({
  exhibitId,
  reason: requiredText(t("Say why it has to leave, and where it goes."), 500).refine(
    (text) => text.length >= 10,
    t("Say why in a sentence."),
  ),
});
