import { t } from "@/lib/platform/language/translate";
import type { PageEventName, PageState } from "./types";

export const pageStates: Record<PageState, string> = {
  open: t("Open"),
  over: t("Ended by its date"),
  ended: t("Ended"),
};

export const pageEvents: Record<PageEventName, string> = {
  made: t("Link and PIN made"),
  ended: t("Page ended"),
  opened: t("Opened with the PIN"),
  left: t("Left"),
  wrong_pin: t("Wrong PIN"),
  refused: t("Right PIN, but the page was closed"),
};
