const indexes = new WeakMap<readonly unknown[], ReadonlyMap<string, unknown>>();

/**
 * The entries of a list of the law by their key; the first counts where one stands twice. Made once: the law never
 * changes after it is read, and the rules look into its lists hundreds of times for one case.
 */
export function indexList<T>(list: readonly T[], keyOf: (entry: T) => string): ReadonlyMap<string, T> {
  const known = indexes.get(list) as ReadonlyMap<string, T> | undefined;
  if (known) return known;
  const made = new Map(list.toReversed().map((entry) => [keyOf(entry), entry]));
  indexes.set(list, made);
  return made;
}
