import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { ScanProblem, ScanStanding } from "./types";

export const scanLabels: Record<ScanStanding, string> = labelTable(() => ({
  not_scanned: t("Not scanned"),
  pending: t("Not scanned yet"),
  clean: t("Scanned: clean"),
  virus: t("Holds a known virus"),
}));

export const scanSentences: Record<ScanStanding, string> = labelTable(() => ({
  not_scanned: t("No virus scanner is set up, so this file has not been scanned."),
  pending: t("The original cannot leave until the virus scanner has checked it."),
  clean: t("The virus scanner found nothing bad in this file. A new virus may not be on its list yet."),
  virus: t("The original is kept as it was received. It cannot be downloaded or put in a packet."),
}));

export const scanProblemSentences: Record<ScanProblem, string> = labelTable(() => ({
  unreachable: t("The virus scanner cannot be reached."),
  no_answer: t("The virus scanner does not answer."),
  closed_early: t("The virus scanner ended the connection before it had answered."),
  garbled: t("What answered is not a virus scanner."),
  too_large: t("The file, or what is packed in it, is larger than the virus scanner takes."),
  locked: t("A password locks what is packed in it, so the virus scanner cannot look inside."),
  scanner_error: t("The virus scanner answers that it failed."),
}));

/** Why an original is not handed out. */
export const heldMessages = labelTable(() => ({
  virus: t("This file contains a known virus. A supervisor can let it out if they give a reason."),
  pending: t("The virus scanner has not checked this file yet. A supervisor can let it out if they give a reason."),
}));

/** As a packet prints it after "The file is not in the served part:". */
export const heldInPacket = labelTable(() => ({
  virus: t("a virus scanner found a known virus in it"),
  pending: t("a virus scanner has not called it clean"),
}));
