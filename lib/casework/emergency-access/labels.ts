import { t } from "@/lib/platform/language/translate";
import type { EmergencyAccessState } from "./types";

export const emergencyAccessLabels: Record<EmergencyAccessState, string> = {
  waiting: t("Waits for a supervisor"),
  released: t("Open"),
  refused: t("Not released"),
  ended: t("Ended early"),
  over: t("Over"),
};
