import { z } from "zod";
import { clientLanguages } from "@/lib/client/wording/rules";
import { ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

const asked = t("Go through it with the client first. If somebody else may see her phone, offer paper instead.");

export const MakePage = z.object({
  caseId: z.uuid(t("The case is missing.")),
  language: z.enum(clientLanguages, t("Choose the language that she reads best.")),
  agreed: ticked.refine((value) => value, asked),
});

export const OnePage = z.object({ pageId: z.uuid(t("The page is missing.")) });

export const SetPages = z.object({ on: ticked });
