import type postgres from "postgres";

type Unsafe = Pick<postgres.Sql, "unsafe">;
type Nests = { begin?: Nest; savepoint?: Nest };
type Nest = (...args: unknown[]) => Promise<unknown>;

/**
 * Has every statement of drizzle stay prepared on its connection. Left alone it asks anew each time: two ways to the
 * server instead of one, and the walls of a table parsed and woven in again. Also inside transactions and savepoints.
 */
export function keepPrepared<T extends Unsafe>(client: T): T {
  const { unsafe } = client;
  client.unsafe = ((text: string, values: never[] = [], options: object = {}) =>
    unsafe(text, values, { prepare: true, ...options })) as Unsafe["unsafe"];
  const nests = client as Nests;
  for (const name of ["begin", "savepoint"] as const) {
    const open = nests[name];
    if (!open) continue;
    nests[name] = (...args) => {
      const act = args.pop() as (inner: Unsafe) => unknown;
      return open(...args, (inner: Unsafe) => act(keepPrepared(inner)));
    };
  }
  return client;
}
