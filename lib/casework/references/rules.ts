import { findReferenceKind, houseLaw, type Law } from "@/lib/law/jurisdictions/rules";
import type { ReferenceKind } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { squeeze, tidy } from "@/lib/platform/text/text";
import { refusals } from "./labels";
import { contactsIn } from "./reading/contacts";
import { findIn, messageText } from "./reading/find";
import { numberIn, readFree } from "./reading/free";
import { hitsOf, isPair, isSerial, kindOfWord, loneHit, plainOf } from "./reading/hits";
import { issuerKey } from "./reading/issuer";
import { readSerial, serialKeys, serialText } from "./reading/serial";
import type {
  FoundContact,
  FoundReference,
  Parsed,
  ParsedReference,
  ParseOptions,
  ReadReference,
  StationSerial,
} from "./types";

export { longestMessage } from "./reading/find";

export { platformSpellings } from "./reading/issuer";

export { type Nearness, nearKeys, nearness } from "./reading/near";

/** Stored texts that are not numbers: they do not complete a waiting step. */
const none = new Set(["not_this_kind", "no_number"]);

/** True if a reference is a number that was issued: only then does a waiting step continue. */
export function countsAsIssued(reference: { state: string; warnings?: readonly string[] | null }): boolean {
  return reference.state === "issued" && !(reference.warnings ?? []).some((code) => none.has(code));
}

/**
 * Parses any kind of number, whatever was typed, with warnings for a person to decide on. Only empty input is rejected,
 * with null.
 */
export function readReference(
  kindKey: string,
  raw: string,
  options: ParseOptions,
  law: Law = houseLaw,
): ReadReference | null {
  const kind = findReferenceKind(kindKey, law);
  if (!kind || !squeeze(raw)) return null;
  if (!isSerial(kind)) return readFree(kind, raw, options, law);
  const { parts, ...read } = readSerial(kind, raw, options, law);
  return read;
}

/** Parses any kind of number where an odd one cannot be stored: the first problem is the error. */
export function parseReference(
  kindKey: string,
  raw: string,
  options: ParseOptions,
  law: Law = houseLaw,
): Parsed<ParsedReference> {
  const kind = findReferenceKind(kindKey, law);
  if (!kind) return { ok: false, field: "raw", reason: t("Choose what kind of number this is.") };
  const read = readReference(kindKey, raw, options, law);
  if (!read) return { ok: false, field: "raw", reason: refusals.empty(kind) };
  const { warnings, ...value } = read;
  const [odd] = warnings;
  return odd ? { ok: false, field: odd.field, reason: odd.text } : { ok: true, value };
}

/** The parts of a station's number, such as a CAS number. A missing station is not an error here. */
export function parseStationSerial(
  kind: ReferenceKind,
  raw: string,
  options: ParseOptions,
  law: Law = houseLaw,
): Parsed<StationSerial> {
  if (!isSerial(kind)) throw new Error(`${kind.key} is free text`);
  if (!squeeze(raw)) return { ok: false, field: "raw", reason: refusals.empty(kind) };
  const { parts, warnings } = readSerial(kind, raw, options, law);
  const odd = warnings.find((warning) => warning.field === "raw");
  if (odd || !parts) return { ok: false, field: "raw", reason: odd?.text ?? refusals.noNumber(kind) };
  return { ok: true, value: parts };
}

/** The one key under which a number of a kind is stored; null when it does not parse. */
export function lookupKey(kindKey: string, raw: string, law: Law = houseLaw): string | null {
  const kind = findReferenceKind(kindKey, law);
  if (!kind) return null;
  if (!isSerial(kind)) return squeeze(raw) || null;
  const parsed = parseStationSerial(kind, raw, { today: "9999-12-31" }, law);
  return parsed.ok ? (serialKeys(kind, { ...parsed.value, station: null })[0] ?? null) : null;
}

/**
 * Every key under which the numbers in a text may be stored, most specific first: for a search box that accepts a
 * number however it is typed, or a whole message. At most 120, each of 4 characters or more.
 */
export function lookupKeys(text: string, law: Law = houseLaw): string[] {
  const plain = plainOf(text).slice(0, 4000);
  const keys = new Set<string>();
  for (const found of hitsOf(plain, law.referenceKinds)) {
    const kind = kindOfWord(found.word, law);
    keys.add(`${kind ? `${kind.parser.word}:` : ""}${serialText(found)}`);
  }
  const lone = loneHit(plain);
  if (lone?.start === 0) keys.add(serialText(lone));
  for (const key of freeCandidates(plain, law)) if (keys.size < 120) keys.add(key);
  return [...keys];
}

function freeCandidates(plain: string, law: Law): string[] {
  const words = plain.split(" ").filter(Boolean).slice(0, 400);
  const labels = law.referenceKinds.flatMap((kind) => kind.words.map(squeeze));
  const spans = words.flatMap((_, from) => [1, 2, 3, 4, 5, 6].map((size) => words.slice(from, from + size).join(" ")));
  const whole = squeeze(plain);
  const bare = labels.filter((word) => whole.startsWith(word)).map((word) => whole.slice(word.length));
  const parts = [plain, ...spans].map(squeeze).filter((key) => /\d/.test(key));
  return [...new Set([whole, ...bare, ...parts])].filter((key) => key.length >= 4 && key.length <= 200);
}

/** How a stored number is displayed: the canonical form if there is one, otherwise what was typed. */
export function displayReference(kindKey: string, raw: string, canonical: string, law: Law = houseLaw): string {
  const kind = findReferenceKind(kindKey, law);
  if (!kind) return tidy(raw);
  if (isSerial(kind)) return canonical;
  if (!isPair(kind)) return numberIn(kind, raw).display;
  return readFree(kind, raw, { today: "9999-12-31" }, law).display;
}

type Kept = { kind: string; raw: string | null; canonical: string | null };

/** A number as displayed on every page, document and packet; null if none was issued. */
export function shownNumber({ kind, raw, canonical }: Kept, law: Law = houseLaw): string | null {
  if (raw === null && canonical === null) return null;
  return displayReference(kind, raw ?? canonical ?? "", canonical ?? raw ?? "", law);
}

/**
 * The platform that issued a number, for a kind that each platform counts separately; null if not recorded. A platform
 * not in the law data is matched by the typed name.
 */
export function platformOf(
  kindKey: string,
  issuer: string | null,
  law: Law = houseLaw,
): { key: string; name: string } | null {
  const kind = findReferenceKind(kindKey, law);
  const name = tidy(issuer ?? "");
  if (kind?.issuerCounts !== "platform" || !name || name === kind.issuer) return null;
  const key = issuerKey(name, law)?.toLowerCase();
  const known = law.platforms.find((platform) => platform.key === key || platform.name === name);
  return known ? { key: known.key, name: known.name } : { key: "other", name };
}

/**
 * Typed candidates in a pasted message or page, for a person to review.
 * @param known stations whose numbers are already recorded, squeezed: a name that is only next to a number and is not
 * one of them gets a closer check
 */
export function findReferences(
  text: string,
  today: string,
  law: Law = houseLaw,
  known: ReadonlySet<string> | null = null,
): FoundReference[] {
  return findIn(text, today, law, known);
}

/** Officers named in a pasted message, with their phone number; positions as in `messageText`. */
export function findContacts(text: string): FoundContact[] {
  return contactsIn(messageText(text));
}

export { messageText };

export const secretPlace = (row: string) => ({ table: "reference_secrets", column: "secret", row });
