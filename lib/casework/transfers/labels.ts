import { t } from "@/lib/platform/language/translate";
import type { OfferState } from "./types";

export const offerLabels: Record<OfferState, string> = {
  open: t("Waits for an answer"),
  accepted: t("Accepted"),
  rejected: t("Rejected"),
  taken_back: t("Taken back"),
  overtaken: t("Over: the case was assigned or closed first"),
};
