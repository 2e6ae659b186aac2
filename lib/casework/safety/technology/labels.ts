import { t } from "@/lib/platform/language/translate";
import type { CheckState } from "./types";

export const checkLabels: Record<CheckState, { label: string; hint: string }> = {
  not_asked: { label: t("Not asked yet"), hint: "" },
  fine: { label: t("Fine"), hint: t("Nothing has to be done.") },
  to_do: { label: t("To do"), hint: t("The note says what, and when it is safe.") },
  done: { label: t("Done"), hint: t("It was changed, and the proof is kept.") },
};
