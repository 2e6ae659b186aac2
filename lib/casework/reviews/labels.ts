import { t } from "@/lib/platform/language/translate";
import type { Turn } from "./types";

export const turnLabels: Record<Turn | "closed", string> = {
  owner: t("Waits for the caseworker"),
  reviewer: t("Answered, waits for a supervisor"),
  closed: t("Closed"),
};
