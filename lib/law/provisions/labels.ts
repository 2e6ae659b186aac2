import type { Offence, Remedy } from "@/lib/law/jurisdictions/types";
import type { AmendablePart, CatalogPart } from "./types";

export const partLabels: Record<CatalogPart, string> = {
  offences: "Offences",
  remedies: "Remedies and powers",
  pairings: "Pairings",
  agencies: "Agencies",
  platforms: "Platforms",
  clocks: "Clocks",
  numbers: "Numbers",
  facts: "Facts",
};

/** One of each part, in a sentence. */
export const partWords: Record<CatalogPart, [one: string, many: string]> = {
  offences: ["offence", "offences"],
  remedies: ["remedy or power", "remedies and powers"],
  pairings: ["pairing", "pairings"],
  agencies: ["agency", "agencies"],
  platforms: ["platform", "platforms"],
  clocks: ["clock", "clocks"],
  numbers: ["kind of number", "kinds of numbers"],
  facts: ["body of facts", "bodies of facts"],
};

export const partHints: Record<CatalogPart, string> = {
  offences: "What may be named on a case, element by element, with the longest penalty.",
  remedies: "What a court, a regulator or the police can order or do, rule by rule.",
  pairings: "What the other country still needs beside an offence of the home country.",
  agencies: "Bodies that take a report, decide or carry a request, with the contacts that a source gives.",
  platforms: "What each company needs to find an account, how long it keeps data and whom it tells.",
  clocks: "Every time limit: what starts it, how long it is, who sets it and what follows.",
  numbers: "Kinds of official numbers, who gives them and how they look.",
  facts: "Reporting paths, forms, treaties and what an answer needs, fact by fact.",
};

export const inForceLabels: Record<Offence["inForce"], string> = {
  yes: "In force",
  no: "Not in force",
  partly: "Partly in force",
  to_confirm: "To confirm",
};

export const listingLabels: Record<Offence["listing"], string> = {
  pickable: "May be named on a case",
  watch: "Passed, its start is not known: shown and never named",
  do_not_list: "No longer law: shown and never named",
};

export const remedyKindLabels: Record<Remedy["kind"], string> = {
  remedy: "Remedy",
  power: "Power of police or courts",
};

/** The field names of a change, for the history. */
export const fieldLabels: Record<string, string> = {
  citation: "Citation",
  maxPenalty: "Maximum penalty",
  maxYears: "Longest term in years",
  inForce: "In force",
  inForceFrom: "In force from",
  inForceUntil: "In force until",
  listing: "May be named",
  note: "Note",
  name: "Name",
  does: "What it does",
  contacts: "Contacts",
  limit: "Limit",
  limitNote: "Remark on the limit",
  enabled: "Runs",
};

export const amendableOf: Partial<Record<CatalogPart, AmendablePart>> = {
  offences: "offence",
  remedies: "remedy",
  agencies: "agency",
  clocks: "clock",
};

export const catalogOf: Record<AmendablePart, CatalogPart> = {
  offence: "offences",
  remedy: "remedies",
  agency: "agencies",
  clock: "clocks",
};

export const contentLabels = {
  yes: "Content can be reached",
  rarely: "Content rarely",
  no: "No content",
  only_through_pattern: "Content only through a pattern of acts",
  if_felony: "Content if a felony limb fits",
  if_fraud: "Content if there is fraud",
  if_met: "Content if the element is met",
} as const;
