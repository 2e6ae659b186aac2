import { actNatures, caseOutcomes, confidenceLabels, eventNatures, riskLabels } from "@/lib/cases/labels";
import { findPlaybook, findReferenceKind, type Law, newestPlaybooks, pairName } from "@/lib/jurisdictions/rules";
import { isCivilDate } from "@/lib/platform/calendar";
import { idOfName } from "@/lib/platform/ids";
import { type ChoiceKey, choiceWords, importField, importFields, numberHeaders, repeats } from "./labels";
import type { DateOrder, KeptMapping, Mapping, Said, UnknownWord } from "./types";

/** Two spellings of one header, or of one word, meet here: case, accents and marks do not count. */
export function fold(text: string): string {
  const plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** The id of the case that a row becomes: always the same, so that a row cannot become two. */
export function caseIdOf(importId: string, row: number): string {
  return idOfName(`row ${row}`, importId);
}

/** What each column seems to be, with cautious words for what old lists rarely have. A person corrects it. */
export function guessMapping(headers: readonly string[], law: Law): Mapping {
  const taken = new Set<string>();
  const fixed = firstFixed(law);
  const columns = headers.map((header) => {
    const word = fold(header);
    const kind = numberHeaders[word];
    const next = Array.from({ length: repeats.references }, (_, n) => `references.${n}`);
    const place = kind && findReferenceKind(kind, law) ? next.find((key) => !taken.has(`${key}.raw`)) : undefined;
    if (place && kind) fixed[`${place}.kind`] = kind;
    const key = place
      ? `${place}.raw`
      : importFields.find((one) => one.known.includes(word) && !taken.has(one.key))?.key;
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
    "client.safeContact.channel": "Not agreed yet: ask the owner of the case first",
    "client.safeContact.hours": "Not agreed yet",
    "client.safeContact.zone": zone,
    "client.safeContact.voicemail": "no",
    "client.safeContact.deviceSeenBy": "Not known",
    "client.safeContact.subjectLine": "Nothing that says what it is about",
    closingNote: "Closed before it came from a list",
    ...Object.fromEntries([...numbers, ...accounts, ...incidents]),
  };
}

/** By its headers, so that it fits a file whose columns stand elsewhere. */
export function keptFrom(mapping: Mapping, headers: readonly string[]): KeptMapping {
  const columns = mapping.columns.flatMap((key, at) => (key ? [[fold(headers[at] ?? ""), key] as const] : []));
  return { ...mapping, columns: Object.fromEntries(columns.filter(([header]) => header !== "")) };
}

export function mappingFrom(kept: KeptMapping, headers: readonly string[]): Mapping {
  return { ...kept, columns: headers.map((header) => kept.columns[fold(header)] ?? null) };
}

/** How the dates of a column are written, as far as its samples tell: a 13 can be no month. */
export function guessDates(values: readonly string[]): DateOrder | null {
  const read = values.flatMap((text) => {
    const found = /^\s*(\d{1,4})[/.\- ](\d{1,2})[/.\- ](\d{1,4})/.exec(text);
    return found ? [[found[1] ?? "", found[2] ?? ""] as const] : [];
  });
  if (read.length === 0) return null;
  if (read.some(([first]) => first.length === 4)) return "ymd";
  if (read.some(([first]) => Number(first) > 12)) return "dmy";
  return read.some(([, second]) => Number(second) > 12) ? "mdy" : null;
}

/** `13/10/2026` as `2026-10-13`; what is no date comes back as it was, for the form's own rule to refuse. */
export function civilFrom(text: string, order: DateOrder): string {
  const read = /^(\d{1,4})\s?[/.\- ]\s?(\d{1,2})\s?[/.\- ]\s?(\d{1,4})$/.exec(text.trim());
  if (!read) return text;
  const [, a = "", b = "", c = ""] = read;
  const parts = a.length === 4 || order === "ymd" ? [a, b, c] : order === "dmy" ? [c, b, a] : [c, a, b];
  const [year = "", month = "", day = ""] = parts;
  const full = year.length === 2 ? `20${year}` : year;
  const date = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(date) ? date : text;
}

/** `13/10/2026 10:06` as `2026-10-13T10:06`. A day alone is noon, and `about` says that nobody wrote a time. */
export function wallFrom(text: string, order: DateOrder): { when: string; about: boolean } {
  const [, day = "", hour, minute = "", half] =
    /^(.*?)(?:[T\s,]+(\d{1,2})[:h.](\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap]\.?m\.?)?)?$/i.exec(text.trim()) ?? [];
  const date = civilFrom(day, order);
  if (!isCivilDate(date)) return { when: text, about: false };
  if (hour === undefined) return { when: `${date}T12:00`, about: true };
  const late = half?.toLowerCase().startsWith("p");
  const at = half ? (Number(hour) % 12) + (late ? 12 : 0) : Number(hour);
  return { when: `${date}T${String(at).padStart(2, "0")}:${minute}`, about: false };
}

/** What a choice may be, with the word that people see. */
export function choicesOf(choice: ChoiceKey, law: Law): { value: string; label: string }[] {
  const from = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
  if (choice === "pair") return newestPlaybooks(law).map((one) => ({ value: one.pair, label: pairName(one) }));
  if (choice === "platform") return law.platforms.map(({ key, name }) => ({ value: key, label: name }));
  if (choice === "referenceKind") return law.referenceKinds.map(({ key, label }) => ({ value: key, label }));
  if (choice === "risk") return from(riskLabels);
  if (choice === "confidence") return from(confidenceLabels);
  if (choice === "nature") return from({ ...actNatures, ...eventNatures });
  if (choice === "outcome") return from(caseOutcomes);
  if (choice === "voicemail") return from({ yes: "Yes", no: "No" });
  return from({ sms: "SMS", phone: "Phone", paper: "On paper", email: "E-mail", portal: "Portal" });
}

export type BuiltRow = {
  form: Record<string, unknown>;
  /** Each with the place of its fields, such as `references.0`. */
  references: { place: string; input: Record<string, unknown> }[];
  ownerEmail: string | null;
  said: Said[];
  unknown: UnknownWord[];
};

export type Choosing = (choice: ChoiceKey, word: string) => string | null;

/** Finds what a word of the file means: by the person's own answer, by its key, its label or a word we know. */
export function choosing(mapping: Pick<Mapping, "values">, law: Law): Choosing {
  const known = new Map<ChoiceKey, Map<string, string>>();
  const tableOf = (choice: ChoiceKey) => {
    const table = new Map(Object.entries(choiceWords[choice] ?? {}));
    const kinds = choice === "referenceKind" ? law.referenceKinds : [];
    for (const { key, short, words } of kinds) for (const word of [short, ...words]) table.set(fold(word), key);
    for (const { value, label } of choicesOf(choice, law)) {
      for (const word of [label, label.replace(/ risk$/, ""), value]) table.set(fold(word), value);
    }
    for (const [word, value] of Object.entries(mapping.values[choice] ?? {})) table.set(word, value);
    known.set(choice, table);
    return table;
  };
  return (choice, word) => (known.get(choice) ?? tableOf(choice)).get(fold(word)) ?? null;
}

const onlyOnce = ["pair", "risk", "inDanger", "matter", "openedOn", "closedOn", "outcome", "closingNote"];

type Building = { mapping: Mapping; law: Law; choose: Choosing; importId: string; number: number };

/** The cells of a row as the very form that a person would send, and what had to be said on the way. */
export function buildRow(row: number, cells: readonly string[], { mapping, ...by }: Building): BuiltRow {
  const typed = new Map<string, string>();
  for (const [at, key] of mapping.columns.entries()) {
    const cell = cells[at]?.trim();
    if (key && cell && !typed.has(key)) typed.set(key, cell);
  }
  const built: BuiltRow = { form: {}, references: [], ownerEmail: null, said: [], unknown: [] };
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
  const safe = ["channel", "hours", "zone", "voicemail", "deviceSeenBy", "codeWord", "never", "subjectLine"];
  const person = ["pseudonym", "name", "identityNumber", "phone", "email", "address", "isMinor"];
  const client: Record<string, unknown> = group("client", person);
  client.pseudonym ||= `Import ${by.number}-${row}`;
  client.safeContact = group("client.safeContact", safe);
  built.ownerEmail = read("owner").toLowerCase() || null;
  built.form = {
    id: caseIdOf(by.importId, row),
    client,
    ...Object.fromEntries(onlyOnce.map((key) => [key, read(key)])),
    subject: group("subject", ["allegedName", "allegedPlace"]),
    accounts: places("accounts", "handle").map((place) => {
      const one = group(place, ["platform", "handle", "platformId", "url", "displayName", "confidence"]);
      return { ...one, idNotKnown: !one.platformId };
    }),
    incidents: places("incidents", "what").map((place) => {
      const one = group(place, ["nature", "zone", "what", "words", "url"]);
      return { ...one, ...whenOf(place, read(`${place}.when`), mapping.dates, built) };
    }),
  };
  const numbers = places("references", "raw").filter((place) => read(`${place}.raw`));
  built.references = numbers.map((place) => ({ place, input: referenceOf(place, read, typed, { built, ...by }) }));
  return built;
}

type Reading = Omit<Building, "mapping"> & { built: BuiltRow };

function readCell(key: string, cell: string, order: DateOrder, { built, choose }: Reading): string {
  const field = importField(key);
  if (field?.kind === "date") return civilFrom(cell, order);
  if (field?.kind === "tick") return isYes(cell) ? "yes" : "";
  if (!field?.choice || field.choice === "referenceKind") return cell;
  const meant = choose(field.choice, cell);
  if (meant !== null) return meant;
  const word = fold(cell).slice(0, 80);
  built.unknown.push({ choice: field.choice, word, count: 1 });
  built.said.push({
    kind: "error",
    field: key,
    was: cell,
    text: "We do not know this word. Say what it means with the columns, or mend it in the row.",
  });
  return "";
}

function isYes(cell: string): boolean {
  return ["yes", "y", "true", "1", "x", "ja", "j", "waar", "on"].includes(fold(cell));
}

function whenOf(place: string, text: string, order: DateOrder, built: BuiltRow) {
  if (!text) return { when: "", timeIsAbout: false };
  const { when, about } = wallFrom(text, order);
  if (about) {
    const said = "No time stands here, so it is noon and marked as about.";
    built.said.push({ kind: "warning", field: `${place}.when`, was: text, text: said });
  }
  return { when, timeIsAbout: about };
}

/** A kind that nobody knows loses no number: it stays as another official number, with the word in its note. */
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
  const text =
    "No kind of number is known by this word. It is kept as another official number, with the word as a note.";
  built.said.push({ kind: "warning", field: `${place}.kind`, was: word, text });
  return { ...one, kind: "other", note: [one.note, word ? `In the list: ${word}` : ""].filter(Boolean).join(". ") };
}

/** The day at the home of a pair is what "not in the future" is reckoned from. */
export function homeZoneOf(pair: string, law: Law): string {
  return findPlaybook(pair, undefined, law)?.home.zone ?? "UTC";
}

/** Words of several batches as one list, the most frequent first; no longer than a page can show. */
export function addUnknown(before: readonly UnknownWord[], more: readonly UnknownWord[]): UnknownWord[] {
  const all = new Map<string, UnknownWord>();
  for (const one of [...before, ...more]) {
    const key = `${one.choice} ${one.word}`;
    const known = all.get(key);
    all.set(key, known ? { ...known, count: known.count + one.count } : one);
  }
  return [...all.values()].toSorted((a, b) => b.count - a.count).slice(0, 60);
}
