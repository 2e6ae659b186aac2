import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { SendingState } from "./types";

export const sendingWords: Record<SendingState, string> = labelTable(() => ({
  waiting: t("On its way"),
  sent: t("Taken by the other system"),
  refused: t("Refused by the other system"),
  given_up: t("Given up: no answer"),
  stopped: t("Stopped: it may not leave any more"),
}));
