import { plural } from "@/lib/platform/text/format";
import { type ExposureCounts, type ExposureKind, exposureKinds } from "./types";

export const exposureLabels: Record<ExposureKind, string> = {
  picture: "Pictures",
  page: "Pages",
  text: "Texts",
  sound: "Sounds",
};

const one: Record<ExposureKind, string> = { picture: "picture", page: "page", text: "text", sound: "sound" };

/** `You have revealed 4 pictures and 1 page this week.` */
export function myExposureWords(counts: ExposureCounts): string {
  const parts = exposureKinds.filter((kind) => counts[kind] > 0).map((kind) => plural(counts[kind], one[kind]));
  if (parts.length === 0) return "You have revealed nothing this week.";
  const last = parts.pop() ?? "";
  return `You have revealed ${parts.length > 0 ? `${parts.join(", ")} and ${last}` : last} this week.`;
}

/** The ledger line for words expanded on the page of an exhibit. */
export const wordsPurpose = "Words shown on the screen";

/** The meaning of a mail check result, for readers without technical knowledge. */
export function mailCheckWords(method: "spf" | "dkim" | "dmarc" | "arc", result: string): string {
  if (result === "pass") return passed[method];
  if (result === "none" || result === "neutral") return "Nothing was set up to check, or it says neither yes nor no.";
  if (result === "temperror" || result === "permerror") return "The check itself did not work.";
  return failed[method];
}

const passed = {
  spf: "The server that sent it may send for this domain.",
  dkim: "The signature of the domain fits: signed parts were not changed on the way.",
  dmarc: "The sender’s domain and the checks agree.",
  arc: "The servers that passed it on vouch for the earlier checks.",
};

const failed = {
  spf: "The server that sent it may not send for this domain. The sender can be forged.",
  dkim: "The signature does not fit, or part of the mail was changed.",
  dmarc: "The sender’s domain and the checks do not agree. The sender can be forged.",
  arc: "The earlier checks are not vouched for.",
};
