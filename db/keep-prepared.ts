import type postgres from "postgres";

type Unsafe = Pick<postgres.Sql, "unsafe">;
type Nests = { begin?: Nest; savepoint?: Nest };
type Nest = (...args: unknown[]) => Promise<unknown>;

/**
 * How many texts stay prepared. A connection keeps each of them with its plan, some 50 to 200 kB of the server's memory,
 * until it ends; a text that comes when all places are taken is sent as it would be without this file.
 */
const most = 500;

/** Several questions of a page together are long; longer inserts are of many rows, of another number each time. */
export const longestPrepared = 60_000;
const longestInsert = 16_000;

/** Keeps every repeated drizzle statement prepared on its connection, in transactions and savepoints too. */
export function keepPrepared<T extends Unsafe>(client: T, isKept = textsUpTo(most)): T {
  const { unsafe } = client;
  client.unsafe = ((written: string, values: never[] = [], options: object = {}) => {
    const text = withoutEnd(written);
    return unsafe(text, values, { ...options, ...(isKept(text) && kept) });
  }) as Unsafe["unsafe"];
  const nests = client as Nests;
  for (const name of ["begin", "savepoint"] as const) {
    const open = nests[name];
    if (!open) continue;
    nests[name] = (...args) => {
      const act = args.pop() as (inner: Unsafe) => unknown;
      return open(...args, (inner: Unsafe) => act(keepPrepared(inner, isKept)));
    };
  }
  return client;
}

/** Drizzle ends a `$count` by a semicolon, which would make it look like two statements. */
export const withoutEnd = (text: string): string => (text.endsWith(";") ? text.slice(0, -1) : text);

/** Drizzle says `prepare: false` with each statement, and postgres.js sends one without values as plain text. */
const kept = { prepare: true, simple: false };

const isLong = (text: string): boolean => text.length > (/^\s*insert/i.test(text) ? longestInsert : longestPrepared);

/** True for a text from its second use on: a statement used once does not take up a slot. */
export function textsUpTo(most: number): (text: string) => boolean {
  const seen = new Set<string>();
  const chosen = new Set<string>();
  return (text) => {
    if (chosen.has(text)) return true;
    // A semicolon may part two statements, and only one can be prepared.
    if (chosen.size >= most || isLong(text) || text.includes(";")) return false;
    if (!seen.delete(text)) {
      if (seen.size >= most) seen.clear();
      seen.add(text);
      return false;
    }
    chosen.add(text);
    return true;
  };
}
