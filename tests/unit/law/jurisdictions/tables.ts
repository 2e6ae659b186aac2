import { houseLaw } from "@/lib/law/jurisdictions/rules";
import type { Fact, LegalSource, Mark } from "@/lib/law/jurisdictions/types";

/** The marks that stand beside a thing, each once, in the order of the reference: V, V2, S, G, C. */
export function marksOf(thing: { sources: readonly LegalSource[] } | undefined): string {
  const order: Mark[] = ["V", "V2", "S", "G", "C"];
  const found = new Set(thing?.sources.flatMap((source) => source.marks));
  return order.filter((mark) => found.has(mark)).join(" ");
}

/** Every fact of a note or remedy. */
export function factsIn(key: string): readonly Fact[] {
  const note = houseLaw.notes.find((candidate) => candidate.key === key);
  const remedy = houseLaw.remedies.find((candidate) => candidate.key === key);
  const facts = note?.items ?? remedy?.rules;
  if (!facts) throw new Error(`no note or remedy ${key}`);
  return facts;
}

/** The one fact that says these words. */
export function factSaying(key: string, words: string): Fact {
  const found = factsIn(key).filter((fact) => fact.text.includes(words));
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${key}: ${found.length} facts say "${words}"`);
  return only;
}
