import type { Law } from "@/lib/law/jurisdictions/rules";
import type { Agency, ClockRule, LegalSource, Offence, Platform, Remedy } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

/** What an administrator may update without a release. */
export const amendableParts = ["offence", "remedy", "agency", "platform", "clock"] as const;
export type AmendablePart = (typeof amendableParts)[number];

/** One version of an organisation's finding on a provision: only the fields that differ from the release. */
export type ProvisionChange = {
  part: AmendablePart;
  key: string;
  version: number;
  change: Record<string, unknown>;
  source: string;
  mark: string;
  checkedOn: CivilDate;
  reason: string;
};

export type ProclaimedDay = { calendar: string; day: CivilDate; name: string };

/** A change that the law of this release has no place for any more: it is reported and the release counts. */
export type LeftOut = { part: AmendablePart | "day"; key: string; why: string };

/** A provision that may be updated, with a uniform key for every part. */
export type Provision =
  | { part: "offence"; key: string; data: Offence; sources: readonly LegalSource[] }
  | { part: "remedy"; key: string; data: Remedy; sources: readonly LegalSource[] }
  | { part: "agency"; key: string; data: Agency; sources: readonly LegalSource[] }
  | { part: "platform"; key: string; data: Platform; sources: readonly LegalSource[] }
  | { part: "clock"; key: string; data: ClockRule; sources: readonly LegalSource[] };

/** The parts of the catalogue, as their addresses name them. */
export const catalogParts = [
  "offences",
  "remedies",
  "pairings",
  "agencies",
  "platforms",
  "clocks",
  "numbers",
  "facts",
] as const;
export type CatalogPart = (typeof catalogParts)[number];

/** The state of a provision today, and why it may not be used; null if it may. */
export type ForceView = {
  state: "in_force" | "partly" | "to_confirm" | "not_in_force" | "not_yet" | "ended" | "watched" | "abolished";
  words: string;
  refused: string | null;
};

export type LawLine = { text: string; sources: readonly LegalSource[] };

/** One row of the catalogue, alike for every part. */
export type LawEntry = {
  part: CatalogPart;
  key: string;
  title: string;
  /** The citation, the code of a clock, the issuer of a number. */
  citation: string;
  /** Codes of the countries it belongs to; empty for none. */
  countries: readonly string[];
  /** Elements, rules or facts in our words; those with their own source name it. */
  says: readonly LawLine[];
  facts: readonly { name: string; value: string }[];
  /** Null for what is no law: a body, a company, the form of a number. */
  force: ForceView | null;
  sources: readonly LegalSource[];
  /** The day on which it was last read as a whole. */
  checkedOn: CivilDate;
  stale: boolean;
  amendable: AmendablePart | null;
  /** The organisation's own finding overrides it. */
  changedHere: boolean;
};

/** Where a provision is used: a step, a pairing, a document. */
export type LawUse = { key: string; where: string; words: string; entry: { part: CatalogPart; key: string } | null };

export type LawDesk = {
  law: Law;
  leftOut: readonly LeftOut[];
  /** `offence za-cca-15` for each provision that differs here from the release. */
  changed: ReadonlySet<string>;
};

export type ProvisionVersionView = ProvisionChange & { id: string; by: string; recordedAt: Date };

export type ProclaimedDayView = ProclaimedDay & {
  id: string;
  source: string;
  withdrawn: boolean;
  by: string;
  recordedAt: Date;
};
