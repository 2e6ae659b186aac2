import { quoted } from "@/lib/platform/text/text";
import type { Secret } from "./leaks";

/**
 * Returns a function that replaces the client's name in a text by the client's code, and reports where other values
 * are. It replaces whole values only; a partial name stays and is found by the leak check, so that a person looks at
 * it.
 */
export function maskProtected(
  secrets: readonly Secret[],
  { client, witnesses }: { client: string; witnesses: string | null },
): (text: string) => string {
  // A code word or a name in a chat may be an everyday word, so a person checks it.
  const named = secrets
    .filter(({ kind }) => kind !== "code word" && kind !== "chat name")
    .map(({ kind, value }) => [value, kind === "name" ? client : `[${kind}: sealed annex]`] as const);
  const others = witnesses ? witnessValues(witnesses) : [];
  const rules = [...named, ...others]
    .filter(([value]) => value.trim().length >= 3)
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([value, instead]) => ({ pattern: patternOf(value), instead }));
  return (text) => rules.reduce((now, { pattern, instead }) => now.replace(pattern, () => instead), text);
}

/**
 * Witnesses as they were recorded, and as a letter names them otherwise: by name, or by what they are to the client.
 * `The client’s sister` is `My sister` in the client's own letter.
 */
function witnessValues(witnesses: string): (readonly [string, string])[] {
  const names = [...witnesses.matchAll(/\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)+/gu)]
    .map(([name]) => name)
    .filter((name) => !ranks.test(name));
  const relations = relationWords.filter((word) => new RegExp(`\\b${word}\\b`, "iu").test(witnesses));
  const whose = ["My", "The client’s", "The client's", "The complainant’s", "The complainant's"];
  return [
    [witnesses, "[witnesses: sealed annex]"],
    ...names.map((name) => [name, witness] as const),
    ...relations.flatMap((word) => whose.map((of) => [`${of} ${word}`, witness] as const)),
  ];
}

const witness = "[witness: sealed annex]";

/** A rank or an office makes it no private person. */
const ranks =
  /\b(Constable|Const|Sergeant|Sgt|Captain|Capt|Colonel|Col|Lieutenant|Lt|Brigadier|Brig|Warrant|Detective|Det|Inspector|Insp|Officer|Police|Service|Station|Court|Office)\b/;

const relationWords = [
  ...["sister", "brother", "mother", "father", "wife", "husband", "partner", "friend", "colleague", "neighbour"],
  ...["son", "daughter", "aunt", "uncle", "cousin", "grandmother", "grandfather"],
];

/** The value in any case, with any run of spaces, commas and line ends between its words. */
function patternOf(value: string): RegExp {
  const words = value
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(quoted);
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[\\s,;]+")}(?![\\p{L}\\p{N}])`, "giu");
}
