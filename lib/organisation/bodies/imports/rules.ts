import { markWords } from "@/lib/law/jurisdictions/labels";
import { marks } from "@/lib/law/jurisdictions/types";
import { BodyFields } from "@/lib/organisation/bodies/input";
import { bodyKindLabels } from "@/lib/organisation/bodies/labels";
import { areaKeyOf, detailFields, differencesOf, matchBody, nameKeyOf, plainOf } from "@/lib/organisation/bodies/rules";
import { type BodyDetails, bodyKinds } from "@/lib/organisation/bodies/types";
import { regionName } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import { readCellMoment } from "@/lib/platform/text/list-dates";
import { countryWords, headerWords, kindWords, markCells } from "./labels";
import type { Judged, KnownBody, ListField, ListPlan, OpenRow, RowMessage } from "./types";

/** Rows that a list may have below its header. */
export const mostRows = 5000;

/** How long after it an import can be undone. */
export const undoMs = 24 * 60 * 60 * 1000;

/** A cell may bear any word, also that of a property of every object. */
const wordOf = <T extends string>(words: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;

/** The probable meaning of each column; a person corrects it. */
export function guessColumns(headers: readonly string[]): (ListField | null)[] {
  const taken = new Set<ListField>();
  return headers.map((header) => {
    const word = plainOf(header);
    const field = detailFields.find((candidate) => headerWords[candidate].includes(word) && !taken.has(candidate));
    if (field) taken.add(field);
    return field ?? null;
  });
}

/** The same values as a form would send, from the cells of a row. */
function formOf({ cells }: OpenRow, { columns, fixed }: ListPlan): Record<string, string> {
  const form: Record<string, string> = { ...fixed };
  for (const [at, field] of columns.entries()) {
    // A spreadsheet's apostrophe before a plus keeps it text; it is not part of the number.
    const cell = (cells[at] ?? "").trim().replace(/^'(?=[+=@-])/, "");
    if (field && cell) form[field] = cell;
  }
  return { ...form, ...readWords(form) };
}

function readWords(form: Record<string, string>): Record<string, string> {
  const kind = plainOf(form.kind ?? "");
  const country = (form.country ?? "").trim();
  const mark = plainOf(form.mark ?? "");
  const day = form.readOn ? readCellMoment(form.readOn, "dmy", null) : null;
  return {
    ...(form.kind ? { kind: kindOf(kind) ?? form.kind } : {}),
    ...(country ? { country: countryOf(country) } : {}),
    ...(form.mark ? { mark: markOf(mark) ?? form.mark } : {}),
    ...(day && !day.isYearless ? { readOn: day.other ? (form.readOn ?? "") : day.date } : {}),
  };
}

const kindOf = (word: string) =>
  bodyKinds.find((kind) => plainOf(kind) === word || plainOf(bodyKindLabels[kind]) === word) ?? wordOf(kindWords, word);

const markOf = (word: string) =>
  marks.find((mark) => plainOf(mark) === word || plainOf(markWords[mark]) === word) ?? wordOf(markCells, word);

function countryOf(typed: string): string {
  const word = plainOf(typed);
  const known = wordOf(countryWords, word);
  if (known) return known;
  const named = ["ZA", "US"].find((code) => plainOf(regionName(code)) === word);
  return named ?? typed;
}

/** A cell that the form takes, with its faults, each at its field. */
function readRow(row: OpenRow, plan: ListPlan): { details: BodyDetails | null; messages: RowMessage[] } {
  const parsed = BodyFields.safeParse(formOf(row, plan));
  if (parsed.success) return { details: parsed.data, messages: [] };
  const messages = parsed.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ""), text: message }));
  return { details: null, messages };
}

const keysOf = (details: BodyDetails) => ({
  kind: details.kind,
  country: details.country,
  nameKey: nameKeyOf(details.name, details.kind),
  areaKey: areaKeyOf(details.area),
});

/** Checks every row by the rules of the form, then against the directory and the rows before it. Writes nothing. */
export function judgeRows(rows: readonly OpenRow[], plan: ListPlan, known: readonly KnownBody[]): Judged[] {
  const byName = new Map<string, KnownBody[]>();
  for (const body of known) byName.set(body.nameKey, [...(byName.get(body.nameKey) ?? []), body]);
  const seen = new Map<string, number>();
  const claimed = new Map<string, number>();
  return rows.map((row) => {
    const { details, messages } = readRow(row, plan);
    if (!details) return { ...row, state: "bad", details, messages, known: null };
    const keys = keysOf(details);
    const body = matchBody(keys, byName.get(keys.nameKey) ?? []);
    const same = `${keys.kind}|${keys.country}|${keys.nameKey}|${keys.areaKey}`;
    const before = seen.get(same) ?? (body ? claimed.get(body.ref) : undefined);
    if (before !== undefined) {
      const text = t("Row {row} is the same body. Leave one of them out, or say by the area how they differ.", {
        row: before,
      });
      return { ...row, state: "bad", details: null, messages: [{ field: "name", text }], known: null };
    }
    seen.set(same, row.row);
    if (body) claimed.set(body.ref, row.row);
    if (!body) return { ...row, state: "new", details, messages: [], known: null };
    // What the list does not have is not taken away: an empty cell says nothing.
    const whole = fillFrom(details, body.details);
    const state = differencesOf(body.details, whole) ? "changed" : "same";
    return { ...row, state, details: whole, messages: [], known: body };
  });
}

function fillFrom(details: BodyDetails, before: BodyDetails): BodyDetails {
  const filled = Object.fromEntries(detailFields.map((field) => [field, details[field] ?? before[field]]));
  return filled as BodyDetails;
}

/** The header of the template, in the order of the form. */
export const templateHeaders = (): string[] =>
  detailFields.map((field) => {
    const [word = field] = headerWords[field];
    return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  });
