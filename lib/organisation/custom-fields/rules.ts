import { optionalDate } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { CustomField, CustomValue, FieldChoice, FieldKind } from "./types";

/** What a form sends for "Not known". */
export const notKnown = "?";

/** The longest text of each kind. */
export const longestText: Partial<Record<FieldKind, number>> = { short_text: 300, long_text: 4000 };

/** Kinds by which a list of cases is filtered, and which it shows as a column. */
const listedKinds: readonly FieldKind[] = ["choice", "tick", "date", "number"];

/** True if lists may show a field and filter by it. */
export function isListed({ kind, isSealed }: Pick<CustomField, "kind" | "isSealed">): boolean {
  return !isSealed && listedKinds.includes(kind);
}

/** Text about people is encrypted unless somebody says otherwise. */
export function isSealedByDefault(kind: FieldKind): boolean {
  return kind === "short_text" || kind === "long_text";
}

/** Two spellings of one label: case, accents and marks do not count. */
export function foldLabel(text: string): string {
  const plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
}

type Read = CustomValue & { error?: string };

const empty: Read = { value: null, isUnknown: false };
const unknown: Read = { value: null, isUnknown: true };
const wrong = (error: string): Read => ({ ...empty, error });

/**
 * Reads what was typed or chosen, also as a list from elsewhere writes it: a choice by its label, yes or no in words.
 * @param kept the value that the record has: a retired choice may stay
 */
export function readTyped(field: CustomField, typed: string, kept: string | null = null): Read {
  const text = typed.trim();
  if (text === "") return empty;
  if (text.includes("\u0000")) return wrong(t("This contains a character that cannot be saved. Type it again."));
  if (field.kind !== "short_text" && field.kind !== "long_text" && isUnknownWord(text)) return unknown;
  if (field.kind === "number") return readNumber(text);
  if (field.kind === "date") return readDate(text);
  if (field.kind === "choice") return readChoice(field, text, kept);
  if (field.kind === "tick") return readTick(text);
  const max = longestText[field.kind] ?? 0;
  if (text.length > max) return wrong(t("Use at most {max} characters.", { max }));
  return { value: text, isUnknown: false };
}

const unknownWords = new Set(["not known", "unknown", "onbekend"]);
const isUnknownWord = (text: string) => text === notKnown || unknownWords.has(foldLabel(text));

function readNumber(text: string): Read {
  const plain = text.replaceAll(/[\s\u00a0]/g, "").replace(",", ".");
  if (!/^-?\d{1,12}(\.\d{1,3})?$/.test(plain)) {
    return wrong(t("Type a number such as 12 or 12.5, with at most three digits behind the point."));
  }
  return { value: String(Number(plain) + 0), isUnknown: false };
}

function readDate(text: string): Read {
  const parsed = optionalDate.safeParse(text);
  if (!parsed.success) return wrong(parsed.error.issues[0]?.message ?? t("This is no date."));
  return { value: parsed.data, isUnknown: false };
}

function readChoice({ choices }: CustomField, text: string, kept: string | null): Read {
  const folded = foldLabel(text);
  const found =
    choices.find(({ key }) => key === text) ??
    choices.find(({ label, retired }) => !retired && foldLabel(label) === folded) ??
    choices.find(({ label }) => foldLabel(label) === folded);
  if (!found) return wrong(t("Choose one from the list."));
  if (found.retired && found.key !== kept)
    return wrong(t("“{label}” is no longer used. Choose another.", { label: found.label }));
  return { value: found.key, isUnknown: false };
}

const tickWords: Record<string, string> = {
  yes: "yes",
  y: "yes",
  ja: "yes",
  true: "yes",
  on: "yes",
  x: "yes",
  "1": "yes",
  no: "no",
  n: "no",
  nee: "no",
  false: "no",
  "0": "no",
};

function readTick(text: string): Read {
  const value = tickWords[foldLabel(text)];
  return value ? { value, isUnknown: false } : wrong(t("Choose yes or no."));
}

/** A value as a page, a list or a file shows it; empty where there is none. */
export function shownValue(field: Pick<CustomField, "kind" | "choices">, { value, isUnknown }: CustomValue): string {
  if (isUnknown) return t("Not known");
  if (value === null) return "";
  if (field.kind === "tick") return value === "yes" ? t("Yes") : t("No");
  if (field.kind === "date") return formatDate(value);
  if (field.kind === "choice") return field.choices.find(({ key }) => key === value)?.label ?? value;
  return value;
}

/** True where a required field was answered, also by "not known". */
export function isAnswered({ value, isUnknown }: CustomValue): boolean {
  return isUnknown || value !== null;
}

/**
 * The choices after an edit. A line that is known keeps its key; another is a new choice; what has no line any more is
 * retired, so that the records that have it can still be read. No key ever comes to mean something else.
 */
export function mergeChoices(before: readonly FieldChoice[], lines: readonly string[]): FieldChoice[] {
  const taken = new Set(before.map(({ key }) => key));
  const kept = lines.map((label): FieldChoice => {
    const known = before.find((choice) => choice.label === label);
    if (known) return { key: known.key, label };
    const key = freeKey(label, taken);
    taken.add(key);
    return { key, label };
  });
  const gone = before.filter(({ key }) => !kept.some((choice) => choice.key === key));
  return [...kept, ...gone.map(({ key, label }): FieldChoice => ({ key, label, retired: true }))];
}

/** Readable in a file: "north-coast", and "north-coast-2" if there was one. */
function freeKey(label: string, taken: ReadonlySet<string>): string {
  const word =
    foldLabel(label)
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "")
      .slice(0, 40) || "choice";
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? word : `${word}-${n}`;
    if (!taken.has(key)) return key;
  }
}

type Definition = Pick<CustomField, "label" | "help" | "audience" | "required" | "choices">;

/** The name of each part of a definition that differs. */
export function changedParts(before: Definition, after: Definition): (keyof Definition)[] {
  const parts = ["label", "help", "audience", "required", "choices"] as const;
  return parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
}
