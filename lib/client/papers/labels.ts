import { t } from "@/lib/platform/language/translate";
import type { PaperContent, PaperKind, PaperState, RefusedWhy } from "./types";

export const paperKindLabels: Record<PaperKind, string> = {
  consent: t("Consent"),
  release: t("Release of information"),
  authority: t("Written authority"),
  statement: t("Statement, to be read back"),
  plan: t("Notes for her, to read"),
};

export const recordLabels: Record<PaperContent["what"], string> = {
  consent: t("Consent"),
  release: t("Release of information"),
  authority: t("Written authority"),
  plan: t("Safety plan"),
  contact: t("How to contact her safely"),
  statement: t("Statement, to be read back"),
};

/** Why a signature was not recorded, and what to do. */
export const refusedLabels: Record<RefusedWhy, string> = {
  officers: t("An officer whom it names is not confirmed any more. Offer a new one."),
  over: t("Its last day had passed when it was recorded. Offer a new one."),
  exhibits: t("The case has one of its exhibits no longer. Offer a new one."),
  repeated: t("The same release was recorded already on that day."),
  case: t(
    "The case was closed or restricted, or what it names is there no longer. Record it by hand if it still counts.",
  ),
};

export const paperStates: Record<PaperState, string> = {
  open: t("Waits for the client"),
  signed: t("Signed"),
  declined: t("Not agreed"),
  corrected: t("Something is wrong in it"),
  withdrawn: t("Taken back by the client"),
  ended: t("No longer asked for"),
};
