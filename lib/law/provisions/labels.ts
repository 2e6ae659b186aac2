import type { Offence, Remedy } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import type { AmendablePart, CatalogPart } from "./types";

export const partLabels: Record<CatalogPart, string> = {
  offences: t("Offences"),
  remedies: t("Remedies and powers"),
  pairings: t("Pairings"),
  agencies: t("Agencies"),
  platforms: t("Platforms"),
  clocks: t("Clocks"),
  numbers: t("Numbers"),
  facts: t("Facts"),
};

/** One of each part, in a sentence. */
export const partWords: Record<CatalogPart, [one: string, many: string]> = {
  offences: ["offence", "offences"],
  remedies: [t("remedy or power"), t("remedies and powers")],
  pairings: ["pairing", "pairings"],
  agencies: ["agency", "agencies"],
  platforms: ["platform", "platforms"],
  clocks: ["clock", "clocks"],
  numbers: [t("kind of number"), t("kinds of numbers")],
  facts: [t("body of facts"), t("bodies of facts")],
};

export const partHints: Record<CatalogPart, string> = {
  offences: t("What may be named on a case, element by element, with the longest penalty."),
  remedies: t("What a court, a regulator or the police can order or do, rule by rule."),
  pairings: t("What the other country needs in addition to an offence of the home country."),
  agencies: t("Bodies that take a report, decide or carry a request, with the contacts that a source gives."),
  platforms: t("What each company needs to find an account, how long it keeps data and whom it tells."),
  clocks: t("Every time limit: what starts it, how long it is, who sets it and what follows."),
  numbers: t("Kinds of official numbers, who gives them and how they look."),
  facts: t("Reporting paths, forms, treaties and what an answer needs, fact by fact."),
};

export const inForceLabels: Record<Offence["inForce"], string> = {
  yes: t("In force"),
  no: t("Not in force"),
  partly: t("Partly in force"),
  to_confirm: t("To confirm"),
};

export const listingLabels: Record<Offence["listing"], string> = {
  pickable: t("May be named on a case"),
  watch: t("Passed, start date not known: shown, but cannot be named on a case"),
  do_not_list: t("No longer law: shown, but cannot be named on a case"),
};

export const remedyKindLabels: Record<Remedy["kind"], string> = {
  remedy: t("Remedy"),
  power: t("Power of police or courts"),
};

/** The field names of a change, for the history. */
export const fieldLabels: Record<string, string> = {
  citation: t("Citation"),
  maxPenalty: t("Maximum penalty"),
  maxYears: t("Longest term in years"),
  inForce: t("In force"),
  inForceFrom: t("In force from"),
  inForceUntil: t("In force until"),
  listing: t("May be named"),
  note: t("Note"),
  name: t("Name"),
  does: t("What it does"),
  contacts: t("Contacts"),
  victimRoute: t("The client’s route"),
  reportPage: t("Address of its form"),
  reportCategories: t("Categories of its form"),
  limit: t("Limit"),
  limitNote: t("Remark on the limit"),
  enabled: t("Runs"),
};

export const amendableOf: Partial<Record<CatalogPart, AmendablePart>> = {
  offences: "offence",
  remedies: "remedy",
  agencies: "agency",
  platforms: "platform",
  clocks: "clock",
};

export const catalogOf: Record<AmendablePart, CatalogPart> = {
  offence: "offences",
  remedy: "remedies",
  agency: "agencies",
  platform: "platforms",
  clock: "clocks",
};

export const contentLabels = {
  yes: t("Content can be reached"),
  rarely: t("Content rarely"),
  no: t("No content"),
  only_through_pattern: t("Content only through a pattern of acts"),
  if_felony: t("Content if a felony limb fits"),
  if_fraud: t("Content if there is fraud"),
  if_met: t("Content if the element is met"),
} as const;
