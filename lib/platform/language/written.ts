/** In browsers nothing is written for anybody else. */
const writing =
  typeof window === "undefined"
    ? new (process.getBuiltinModule("node:async_hooks").AsyncLocalStorage)<boolean>()
    : undefined;

/**
 * Makes what leaves the organisation or stays in its records: a packet, a document, a line of a ledger, a mail to an
 * officer. Every message inside is in the language of whoever receives it, which is English, whatever the screens speak.
 */
export function written<T>(make: () => T): T {
  return writing ? writing.run(true, make) : make();
}

export const isWritten = (): boolean => writing?.getStore() === true;
