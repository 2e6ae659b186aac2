import type { LawEntry } from "./types";

type Asked = {
  text?: string | undefined;
  /** Codes of countries; `none` for what belongs to no country. */
  countries?: readonly string[] | undefined;
  standing?: readonly string[] | undefined;
};

const standings: Record<string, (entry: LawEntry) => boolean> = {
  usable: (entry) => entry.force !== null && entry.force.refused === null,
  refused: (entry) => entry.force !== null && entry.force.refused !== null,
  to_confirm: (entry) => marksOf(entry).includes("C") || entry.force?.state === "to_confirm",
  stale: (entry) => entry.stale,
  changed: (entry) => entry.changedHere,
};

/** Entries that match all filters: every word somewhere in the entry, one of the countries, one of the states. */
export function narrowEntries(entries: readonly LawEntry[], { text, countries, standing }: Asked): LawEntry[] {
  const words = plain(text ?? "")
    .split(" ")
    .filter(Boolean);
  return entries.filter(
    (entry) =>
      (!countries?.length || countries.some((code) => isOf(entry, code))) &&
      (!standing?.length || standing.some((name) => standings[name]?.(entry))) &&
      matchesAll(entry, words),
  );
}

function isOf(entry: LawEntry, code: string): boolean {
  return code === "none" ? entry.countries.length === 0 : entry.countries.includes(code);
}

function matchesAll(entry: LawEntry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const message = plain(textOf(entry));
  return words.every((word) => message.includes(word));
}

function textOf(entry: LawEntry): string {
  const sources = [...entry.sources, ...entry.says.flatMap((line) => line.sources)];
  return [
    entry.key,
    entry.title,
    entry.citation,
    entry.force?.words ?? "",
    ...entry.says.map((line) => line.text),
    ...entry.facts.flatMap((fact) => [fact.name, fact.value]),
    ...sources.flatMap((source) => [source.text, source.source]),
  ].join(" ");
}

function marksOf(entry: LawEntry): string[] {
  return [...entry.sources, ...entry.says.flatMap((line) => line.sources)].flatMap((source) => source.marks);
}

/** Small letters, without what people set differently: section signs, dots, brackets, spaces. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[’']/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
