import { t } from "@/lib/platform/language/translate";
import type { PaperKind, PaperState } from "./types";

export const paperKindLabels: Record<PaperKind, string> = {
  consent: t("Consent"),
  release: t("Release of information"),
  authority: t("Written authority"),
  statement: t("Statement, to be read back"),
};

export const paperStates: Record<PaperState, string> = {
  open: t("Waits for the client"),
  signed: t("Signed"),
  declined: t("Not agreed"),
  corrected: t("Something is wrong in it"),
  withdrawn: t("Taken back by the client"),
  ended: t("No longer asked for"),
};
