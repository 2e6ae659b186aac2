/** Opens things in the order of their keys; the next is on its way while one is opened and used. */
export function oneAhead<K, T>(keys: readonly K[], open: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const after = new Map(keys.map((key, i) => [key, keys[i + 1]]));
  let ahead: { key: K; opened: Promise<T> } | null = null;
  return async (key) => {
    const opened = ahead?.key === key ? ahead.opened : open(key);
    const next = after.get(key);
    ahead = next === undefined ? null : { key: next, opened: open(next) };
    // Whoever awaits it gets the error.
    ahead?.opened.catch(() => undefined);
    return opened;
  };
}
