import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import type { BodyDetails, BodyKind, Standing } from "./types";

/** How long a confirmation counts, where nobody says otherwise. */
const confirmedDays = 365;

/** From this day on it is asked again whether the details are right. */
export const expiryOf = (confirmedOn: CivilDate): CivilDate => addDays(confirmedOn, confirmedDays);

const police = /\b(?:s ?a ?p ?s|police station|police|polisiestasie|polisie)\b/g;

/**
 * The name as two spellings of it are compared: no case, accents or marks. Of a police station also without the words
 * that say that it is one, so that “SAPS Sea Point” is “Sea Point”.
 */
export function nameKeyOf(name: string, kind: string): string {
  const plain = plainOf(name);
  if (kind !== "police_station") return plain;
  return plain.replace(police, " ").replaceAll(/\s+/g, " ").trim() || plain;
}

export const areaKeyOf = (area: string | null): string => plainOf(area ?? "");

export function plainOf(text: string): string {
  const plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
}

type Kept = {
  retiredAt: Date | null;
  reportedAt: Date | null;
  confirmedAt: Date | null;
  expiresOn: CivilDate | null;
};

export function standingOf({ retiredAt, reportedAt, confirmedAt, expiresOn }: Kept, today: CivilDate): Standing {
  if (retiredAt) return "retired";
  if (reportedAt) return "reported";
  if (!confirmedAt) return "unconfirmed";
  return expiresOn !== null && expiresOn <= today ? "lapsed" : "confirmed";
}

export const detailFields = [
  "kind",
  "country",
  "name",
  "area",
  "phone",
  "email",
  "address",
  "hours",
  "languages",
  "purpose",
  "source",
  "readOn",
  "mark",
] as const satisfies readonly (keyof BodyDetails)[];

export function detailsOf(row: BodyDetails): BodyDetails {
  return Object.fromEntries(detailFields.map((field) => [field, row[field]])) as BodyDetails;
}

/** What differs between two entries, each side with its own value; null if nothing does. */
export function differencesOf(
  before: BodyDetails,
  after: BodyDetails,
): { was: Partial<BodyDetails>; became: Partial<BodyDetails>; fields: (keyof BodyDetails)[] } | null {
  const fields = detailFields.filter((field) => (before[field] ?? null) !== (after[field] ?? null));
  if (fields.length === 0) return null;
  const side = (from: BodyDetails) => Object.fromEntries(fields.map((field) => [field, from[field]]));
  return { was: side(before), became: side(after), fields };
}

export type Known = {
  ref: string;
  kind: string;
  country: string;
  nameKey: string;
  areaKey: string;
};

/**
 * The body that a row of a list is about: same kind, country and name, and the same area where both say one. Two of one
 * name without an area to tell them apart are nobody's.
 */
export function matchBody<T extends Known>(row: Omit<Known, "ref">, sameName: readonly T[]): T | null {
  const alike = sameName.filter(({ kind, country }) => kind === row.kind && country === row.country);
  const same = alike.find(({ areaKey }) => areaKey === row.areaKey);
  if (same) return same;
  const open = alike.filter(({ areaKey }) => areaKey === "" || row.areaKey === "");
  return open.length === 1 && alike.length === 1 ? (open[0] ?? null) : null;
}

/** The words by which a form names each body: the name alone, or with its area where two bear the name. */
export function labelBodies<T extends { name: string; area: string | null }>(
  all: readonly T[],
): (T & { label: string })[] {
  const counts = new Map<string, number>();
  for (const { name } of all) counts.set(plainOf(name), (counts.get(plainOf(name)) ?? 0) + 1);
  return all.map((body) => ({
    ...body,
    label: body.area && (counts.get(plainOf(body.name)) ?? 0) > 1 ? `${body.name}, ${body.area}` : body.name,
  }));
}

/** Digits and a leading plus, as a phone dials them; null where there is nothing to dial. */
export function dialOf(phone: string): string | null {
  const digits = phone.replaceAll(/[^\d+]/g, "").replaceAll(/(?!^)\+/g, "");
  return digits.replace("+", "").length >= 3 ? digits : null;
}

const lawMark = "law-";

/** The key of the law data that an address names; null for an id. */
export const lawKeyOf = (ref: string): string | null => (ref.startsWith(lawMark) ? ref.slice(lawMark.length) : null);

export const refOfLaw = (key: string): string => `${lawMark}${key}`;

/** Kinds to which a report is made on the spot, and which may refuse it. */
export const stationKinds: readonly BodyKind[] = ["police_station", "police_unit", "state_police", "field_office"];
