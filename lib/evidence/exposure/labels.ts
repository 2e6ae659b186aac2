import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { type ExposureCounts, type ExposureKind, exposureKinds } from "./types";

export const exposureLabels: Record<ExposureKind, string> = labelTable(() => ({
  picture: t("Pictures"),
  page: t("Pages"),
  text: t("Texts"),
  sound: t("Sounds"),
  film: t("Films"),
}));

const one: Record<ExposureKind, string> = {
  picture: "picture",
  page: "page",
  text: "text",
  sound: "sound",
  film: "film",
};

/** `You have revealed 4 pictures and 1 page this week.` */
export function myExposureWords(counts: ExposureCounts): string {
  const parts = exposureKinds.filter((kind) => counts[kind] > 0).map((kind) => plural(counts[kind], one[kind]));
  if (parts.length === 0) return t("You have revealed nothing this week.");
  const last = parts.pop() ?? "";
  return t("You have revealed {value} this week.", {
    value: parts.length > 0 ? t("{value} and {last}", { value: parts.join(", "), last }) : last,
  });
}

/** The ledger line for words expanded on the page of an exhibit. */
export const wordsPurpose = "Words shown on the screen";

/** The ledger line for the place that a file names, shown to who asked for it. */
export const placePurpose = t("Place that the file names shown on the screen");

/** The meaning of a mail check result, for readers without technical knowledge. */
export function mailCheckWords(method: "spf" | "dkim" | "dmarc" | "arc", result: string): string {
  if (result === "pass") return passed[method];
  if (result === "none" || result === "neutral")
    return t("There was nothing set up to check, or the result is neither pass nor fail.");
  if (result === "temperror" || result === "permerror") return t("The check itself did not work.");
  return failed[method];
}

const passed = labelTable(() => ({
  spf: t("The server that sent it may send for this domain."),
  dkim: t("The signature of the domain fits: signed parts were not changed on the way."),
  dmarc: t("The sender’s domain and the checks agree."),
  arc: t("The servers that passed it on vouch for the earlier checks."),
}));

const failed = labelTable(() => ({
  spf: t("The server that sent it may not send for this domain. The sender can be forged."),
  dkim: t("The signature does not fit, or part of the mail was changed."),
  dmarc: t("The sender’s domain and the checks do not agree. The sender can be forged."),
  arc: t("The earlier checks are not vouched for."),
}));
