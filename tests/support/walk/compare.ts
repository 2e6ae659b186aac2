/** Where one fact is read from, and what is said there. */
type Places = Readonly<Record<string, unknown>>;

/** A line that names each place with what it says, when they do not all say the same. */
export function differ(fact: string, places: Places): string[] {
  const entries = Object.entries(places).map(([place, value]) => [place, JSON.stringify(value)] as const);
  const isOne = new Set(entries.map(([, value]) => value)).size <= 1;
  return isOne ? [] : [`${fact}: ${entries.map(([place, value]) => `${place} says ${value}`).join("; ")}`];
}

/** The same things in one order. */
export const sorted = (values: readonly (string | null | undefined)[]): string[] =>
  values.map((value) => value ?? "none").toSorted();
