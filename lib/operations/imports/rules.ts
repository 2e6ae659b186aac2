import { actNatures, caseOutcomes, confidenceLabels, eventNatures, riskLabels } from "@/lib/casework/cases/labels";
import { notAgreedYet } from "@/lib/casework/clients/labels";
import { findPlaybook, findReferenceKind, type Law, newestPlaybooks, pairName } from "@/lib/law/jurisdictions/rules";
import { choicesIn, offerChoices } from "@/lib/organisation/choices/rules";
import type { ChoicesByList } from "@/lib/organisation/choices/types";
import { foldLabel } from "@/lib/organisation/custom-fields/rules";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { idOfName } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { guessDates, readCellMoment } from "@/lib/platform/text/list-dates";
import { formatMoment, readMoment } from "@/lib/platform/text/typed-dates";
import type { CivilDate } from "@/lib/platform/time/calendar";
import {
  type ChoiceKey,
  choiceWords,
  importField,
  importFields,
  isOwnKey,
  numberHeaders,
  ownKey,
  repeats,
} from "./labels";
import type { DateOrder, KeptMapping, Mapping, RowMessage, UnknownWord } from "./types";

export { guessDates } from "@/lib/platform/text/list-dates";

/** Two spellings of one header, or of one word, meet here: case, accents and marks do not count. */
export function fold(text: string): string {
  const plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** The id of the case that a row becomes: always the same, so that a row cannot become two. */
export function caseIdOf(importId: string, row: number): string {
  return idOfName(`row ${row}`, importId);
}

/**
 * The probable meaning of each column, with conservative defaults for what old lists rarely have. A person corrects it.
 */
export function guessMapping(headers: readonly string[], law: Law, own: readonly CustomField[] = []): Mapping {
  const taken = new Set<string>();
  const fixed = firstFixed(law);
  const ownColumn = (word: string) =>
    own
      .filter(({ label }) => foldLabel(label) === word)
      .map(({ id }) => ownKey(id))
      .find((key) => !taken.has(key));
  const columns = headers.map((header) => {
    const word = fold(header);
    const kind = numberHeaders[word];
    const next = Array.from({ length: repeats.references }, (_, n) => `references.${n}`);
    const place = kind && findReferenceKind(kind, law) ? next.find((key) => !taken.has(`${key}.raw`)) : undefined;
    if (place && kind) fixed[`${place}.kind`] = kind;
    const key = place
      ? `${place}.raw`
      : (importFields.find((importField) => importField.known.includes(word) && !taken.has(importField.key))?.key ??
        ownColumn(word));
    if (key) taken.add(key);
    return key ?? null;
  });
  return { columns, fixed, values: {}, dates: "ymd" };
}

function firstFixed(law: Law): Record<string, string> {
  const [playbook] = newestPlaybooks(law);
  const zone = playbook?.home.zone ?? "UTC";
  const numbers = Array.from({ length: repeats.references }, (_, n) => [`references.${n}.receivedVia`, "paper"]);
  const accounts = Array.from({ length: repeats.accounts }, (_, n) => [`accounts.${n}.confidence`, "possible"]);
  const incidents = Array.from({ length: repeats.incidents }, (_, n) => [
    [`incidents.${n}.zone`, zone],
    [`incidents.${n}.nature`, "other_act"],
  ]).flat();
  return {
    pair: playbook?.pair ?? "",
    risk: "standard",
    ...Object.fromEntries(
      Object.entries(notAgreedYet).map(([field, message]) => [`client.safeContact.${field}`, message]),
    ),
    "client.safeContact.zone": zone,
    closingNote: t("Closed before it came from a list"),
    ...Object.fromEntries([...numbers, ...accounts, ...incidents]),
  };
}

/** By header, so that it fits a file with columns in another order. */
export function keptFrom(mapping: Mapping, headers: readonly string[]): KeptMapping {
  const columns = mapping.columns.flatMap((key, at) => (key ? [[fold(headers[at] ?? ""), key] as const] : []));
  return { ...mapping, columns: Object.fromEntries(columns.filter(([header]) => header !== "")) };
}

export function mappingFrom(kept: KeptMapping, headers: readonly string[]): Mapping {
  return { ...kept, columns: headers.map((header) => kept.columns[fold(header)] ?? null) };
}

/**
 * `13/10/2026` as `2026-10-13`; anything that is not a date is returned unchanged, for the form's own rule to reject.
 */
export function civilFrom(text: string, order: DateOrder, today: CivilDate | null = null): string {
  const read = readCellMoment(text, order, today);
  return read ? read.date : text;
}

/** `13/10/2026 10:06` as `2026-10-13T10:06`. A date without a time is noon, and `about` says so. */
export function wallFrom(
  text: string,
  order: DateOrder,
  today: CivilDate | null = null,
): { when: string; about: boolean } {
  const read = readCellMoment(text, order, today);
  if (!read) return { when: text, about: false };
  return { when: `${read.date}T${read.time ?? "12:00"}`, about: read.time === null };
}

/** `Read as 12 Nov 2026, 14:30`, shown at the field; null if it is not a date or already in this form. */
export function describeReading(text: string, order: DateOrder, today: CivilDate | null): string | null {
  const read = readCellMoment(text, order, today);
  return read && text.trim() ? t("Read as {read}", { read: formatMoment(read) }) : null;
}

/** A date of the list whose day and month could be swapped, while nothing in the list shows its order. */
export function unclearDate(values: readonly string[]): { text: string; dmy: string; mdy: string } | null {
  if (guessDates(values) !== null) return null;
  for (const text of values) {
    const read = readMoment(text, { order: "dmy", today: null });
    if (read?.other) return { text, dmy: formatDate(read.date), mdy: formatDate(read.other) };
  }
  return null;
}

/** Without a year the year is a guess; a list with a declared date order is not read in another way. */
function dateMessage(
  field: string,
  was: string,
  { order, today }: { order: DateOrder; today: CivilDate | null },
): RowMessage[] {
  const read = readCellMoment(was, order, today);
  if (read?.isOtherOrder) {
    const [set, only] = order === "mdy" ? ["month first", "day first"] : ["day first", "month first"];
    const text = t(
      "The list is set to {set}, and this can only be {only}. Say with the columns how its dates are written, or correct it.",
      { set, only },
    );
    return [{ kind: "error", field, was, text }];
  }
  if (!read?.isYearless) return [];
  const text = t("No year is given. It is read as {read}: correct it if it was another year.", {
    read: formatMoment(read),
  });
  return [{ kind: "warning", field, was, text }];
}

/** The values of a choice, with their labels. @param own how the organisation set our lists */
export function choicesOf(choice: ChoiceKey, law: Law, own: ChoicesByList): { value: string; label: string }[] {
  const from = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
  if (choice === "pair")
    return newestPlaybooks(law).map((playbook) => ({ value: playbook.pair, label: pairName(playbook) }));
  if (choice === "platform") return law.platforms.map(({ key, name }) => ({ value: key, label: name }));
  if (choice === "referenceKind") return law.referenceKinds.map(({ key, label }) => ({ value: key, label }));
  if (choice === "risk") return from(riskLabels);
  if (choice === "confidence") return from(confidenceLabels);
  if (choice === "nature")
    return [
      ...offerChoices(choicesIn(actNatures), own.act ?? []),
      ...offerChoices(choicesIn(eventNatures), own.event ?? []),
    ];
  if (choice === "outcome") return offerChoices(choicesIn(caseOutcomes), own.outcome ?? []);
  if (choice === "voicemail") return from({ yes: "Yes", no: "No" });
  return from({ sms: "SMS", phone: "Phone", paper: t("On paper"), email: "E-mail", portal: "Portal" });
}

export type BuiltRow = {
  form: Record<string, unknown>;
  /** Each with the place of its fields, such as `references.0`. */
  references: { place: string; input: Record<string, unknown> }[];
  ownerEmail: string | null;
  messages: RowMessage[];
  unknown: UnknownWord[];
};

export type Choosing = (choice: ChoiceKey, word: string) => string | null;

/** Resolves a word of the file: by the person's own answer, its key, its label or a known word. */
export function choosing(mapping: Pick<Mapping, "values">, law: Law, own: ChoicesByList): Choosing {
  const known = new Map<ChoiceKey, Map<string, string>>();
  const tableOf = (choice: ChoiceKey) => {
    const offered = choicesOf(choice, law, own);
    // What the organisation hid of our lists is asked about, also where its usual word is in the file.
    const isHidden = (key: string) =>
      (choice === "nature" || choice === "outcome") && !offered.some(({ value }) => value === key);
    const usual = Object.entries(choiceWords[choice] ?? {}).filter(([, key]) => !isHidden(key));
    const table = new Map(usual);
    const kinds = choice === "referenceKind" ? law.referenceKinds : [];
    for (const { key, short, words } of kinds) for (const word of [short, ...words]) table.set(fold(word), key);
    for (const { value, label } of offered) {
      for (const word of [label, label.replace(/ risk$/, ""), value]) table.set(fold(word), value);
    }
    for (const [word, value] of Object.entries(mapping.values[choice] ?? {})) table.set(word, value);
    known.set(choice, table);
    return table;
  };
  return (choice, word) => (known.get(choice) ?? tableOf(choice)).get(fold(word)) ?? null;
}

const onlyOnce = ["pair", "risk", "inDanger", "matter", "openedOn", "closedOn", "outcome", "closingNote"];

type Building = {
  mapping: Mapping;
  law: Law;
  choose: Choosing;
  importId: string;
  number: number;
  /** The date from which a date without a year is computed. */
  today: CivilDate | null;
  /** The organisation's own fields of a case. */
  own?: readonly CustomField[];
};

/** The cells of a row as the form that a person would submit, with the messages on the way. */
export function buildRow(row: number, cells: readonly string[], { mapping, ...by }: Building): BuiltRow {
  const typed = new Map<string, string>();
  for (const [at, key] of mapping.columns.entries()) {
    const cell = cells[at]?.trim();
    if (key && cell && !typed.has(key)) typed.set(key, cell);
  }
  const built: BuiltRow = { form: {}, references: [], ownerEmail: null, messages: [], unknown: [] };
  const read = (key: string): string => {
    const cell = typed.get(key);
    return cell === undefined ? (mapping.fixed[key] ?? "") : readCell(key, cell, mapping.dates, { built, ...by });
  };
  const group = (prefix: string, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, read(`${prefix}.${name}`)]));
  const places = (kind: keyof typeof repeats, core: string) =>
    Array.from({ length: repeats[kind] }, (_, n) => `${kind}.${n}`).filter(
      (place) => mapping.fixed[`${place}.${core}`] || [...typed.keys()].some((key) => key.startsWith(`${place}.`)),
    );
  const ownCell = (key: string, cell: string): string => {
    const field = by.own?.find(({ id }) => ownKey(id) === key);
    if (field?.kind !== "date") return cell;
    built.messages.push(...dateMessage(key, cell, { order: mapping.dates, today: by.today }));
    return civilFrom(cell, mapping.dates, by.today);
  };
  const safe = ["channel", "hours", "zone", "voicemail", "deviceSeenBy", "codeWord", "never", "subjectLine"];
  const person = ["pseudonym", "name", "identityNumber", "phone", "email", "address", "isMinor"];
  const client: Record<string, unknown> = group("client", person);
  client.pseudonym ||= t("Import {number}-{row}", { number: by.number, row });
  client.safeContact = group("client.safeContact", safe);
  built.ownerEmail = read("owner").toLowerCase() || null;
  built.form = {
    id: caseIdOf(by.importId, row),
    client,
    ...Object.fromEntries(onlyOnce.map((key) => [key, read(key)])),
    custom: Object.fromEntries(
      [...typed].flatMap(([key, cell]) => (isOwnKey(key) ? [[key.replace("custom.", ""), ownCell(key, cell)]] : [])),
    ),
    subject: group("subject", ["allegedName", "allegedPlace"]),
    accounts: places("accounts", "handle").map((place) => {
      const one = group(place, ["platform", "handle", "platformId", "url", "displayName", "confidence"]);
      return { ...one, idNotKnown: !one.platformId };
    }),
    incidents: places("incidents", "what").map((place) => {
      const one = group(place, ["nature", "zone", "what", "words", "url"]);
      return { ...one, ...whenOf(place, read(`${place}.when`), { order: mapping.dates, today: by.today, built }) };
    }),
  };
  const numbers = places("references", "raw").filter((place) => read(`${place}.raw`));
  built.references = numbers.map((place) => ({ place, input: referenceOf(place, read, typed, { built, ...by }) }));
  return built;
}

type Reading = Omit<Building, "mapping"> & { built: BuiltRow };

function readCell(key: string, cell: string, order: DateOrder, { built, choose, today }: Reading): string {
  const field = importField(key);
  if (field?.kind === "date") {
    built.messages.push(...dateMessage(key, cell, { order, today }));
    return civilFrom(cell, order, today);
  }
  if (field?.kind === "tick") return isYes(cell) ? "yes" : "";
  if (!field?.choice || field.choice === "referenceKind") return cell;
  const meant = choose(field.choice, cell);
  if (meant !== null) return meant;
  const word = fold(cell).slice(0, 80);
  built.unknown.push({ choice: field.choice, word, count: 1 });
  built.messages.push({
    kind: "error",
    field: key,
    was: cell,
    text: t("We do not know this word. Say what it means with the columns, or correct it in the row."),
  });
  return "";
}

function isYes(cell: string): boolean {
  return ["yes", "y", "true", "1", "x", "ja", "j", "waar", "on"].includes(fold(cell));
}

type Dating = { order: DateOrder; today: CivilDate | null; built: BuiltRow };

function whenOf(place: string, text: string, by: Dating) {
  if (!text) return { when: "", timeIsAbout: false };
  const { when, about } = wallFrom(text, by.order, by.today);
  by.built.messages.push(...dateMessage(`${place}.when`, text, by));
  if (about) {
    const message = t("No time is given, so it is set to noon and marked as approximate.");
    by.built.messages.push({ kind: "warning", field: `${place}.when`, was: text, text: message });
  }
  return { when, timeIsAbout: about };
}

/** A number of an unknown kind is not lost: it becomes another official number, with the word in its note. */
function referenceOf(
  place: string,
  read: (key: string) => string,
  typed: ReadonlyMap<string, string>,
  { built, choose, law }: Reading,
): Record<string, unknown> {
  const names = ["raw", "station", "issuer", "issuedOn", "receivedVia", "note"];
  const one: Record<string, string> = Object.fromEntries(names.map((name) => [name, read(`${place}.${name}`)]));
  const cell = typed.get(`${place}.kind`);
  const given = cell ? choose("referenceKind", cell) : read(`${place}.kind`) || null;
  if (given && findReferenceKind(given, law)) return { ...one, kind: given };
  const word = cell ?? "";
  if (cell) built.unknown.push({ choice: "referenceKind", word: fold(cell).slice(0, 80), count: 1 });
  const text = t(
    "We do not know this kind of number. It is saved as another official number, with the word as a note.",
  );
  built.messages.push({ kind: "warning", field: `${place}.kind`, was: word, text });
  return {
    ...one,
    kind: "other",
    note: [one.note, word ? t("In the list: {word}", { word }) : ""].filter(Boolean).join(". "),
  };
}

/** The zone whose current date decides what is "in the future" for a pair. */
export function homeZoneOf(pair: string, law: Law): string {
  return findPlaybook(pair, undefined, law)?.home.zone ?? "UTC";
}

/** The unknown words of several batches as one list, most frequent first; no longer than a page can show. */
export function addUnknown(before: readonly UnknownWord[], more: readonly UnknownWord[]): UnknownWord[] {
  const all = new Map<string, UnknownWord>();
  for (const unknownWord of [...before, ...more]) {
    const key = `${unknownWord.choice} ${unknownWord.word}`;
    const known = all.get(key);
    all.set(key, known ? { ...known, count: known.count + unknownWord.count } : unknownWord);
  }
  return [...all.values()].toSorted((a, b) => b.count - a.count).slice(0, 60);
}
