import { t } from "@/lib/platform/language/translate";
import type { RiskAnswer, RiskFloor } from "./types";

export const riskAnswerLabels: Record<RiskAnswer, string> = {
  yes: t("Yes"),
  no: t("No"),
  unknown: t("Not known"),
};

export const floorWords: Record<NonNullable<RiskFloor>["why"], string> = {
  in_danger: t("The case is marked as in danger: the risk is high until somebody answers about the danger again."),
  serious: t("The last answer about danger was “serious”: the risk is at least elevated until it is answered again."),
};
