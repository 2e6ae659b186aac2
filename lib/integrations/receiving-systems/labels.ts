import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { SentFact } from "./types";

export const factWords: Record<SentFact, string> = labelTable(() => ({
  code: t("Number of the case"),
  pseudonym: t("Code name"),
  openedOn: t("Day on which the case was opened"),
  countries: t("Countries"),
  risk: t("Risk"),
  danger: t("Danger now"),
  consent: t("How the client agreed to the referral"),
  consentOn: t("Day of the consent"),
  purpose: t("What the service is asked to help with"),
  passedOn: t("What the service is told about the client"),
}));
