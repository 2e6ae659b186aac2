import { plural } from "@/lib/platform/format";
import type { MailNote } from "@/lib/platform/sandbox/types";
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

/** The line of the ledger for words that stand open on the page of an exhibit. */
export const wordsPurpose = "Words shown on the screen";

/** What a result of a mail check means, for somebody who has never heard of it. */
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

/** What was not certain about reading a mail, for somebody who wonders whether all of it is there. */
export function mailNoteWords({ kind, detail }: MailNote): string {
  return notes[kind](detail ?? "not said");
}

const notes: Record<MailNote["kind"], (detail: string) => string> = {
  charset_missing: (set) =>
    `A part does not say how its letters are written. It was read as ${set}; accents may be wrong.`,
  charset_unknown: (set) =>
    `A part says that its letters are written as “${set}”, which is not known here. Accents may be wrong.`,
  charset_wrong: (set) => `Some letters are not what the mail says they are (${set}). Each stands as �.`,
  encoding_unknown: (name) => `A part is packed in a way that is not known here (${name}). It is shown as it stands.`,
  file_utf16: () =>
    "The file was not saved as it was received, but as text of Windows (UTF-16). Its words are the same.",
  header_bytes: () => "Headers hold letters in a form that mail does not allow. They were read as Windows-1252.",
  headers_too_long: () => "The headers are longer than is read here. Download the original to read the rest.",
  not_closed: () => "The line that ends the last part is missing. The mail may be cut off.",
  odd_header_lines: () => "Lines that are no headers stand among the headers. They are shown with the words.",
  packed: (name) => `Words may be in an encrypted or signed package (${name}), which is not opened here.`,
  parts_not_found: () => "The mail says that it has parts, but none was found. It is shown as it stands.",
  several_mails: () =>
    "The file holds more than one mail. Only the headers of the first are read; the others stand below its words.",
  too_deep: () => "Parts lie deeper inside each other than is read here. Download the original to read the rest.",
  too_many_parts: () => "The mail has more parts than are read here. Download the original to read the rest.",
  versions_differ: () =>
    "The mail holds its words more than once, and they differ. All are shown; which one a person saw depends on their mail program.",
};
