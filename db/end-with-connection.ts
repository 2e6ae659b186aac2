import type postgres from "postgres";

type Inner = Pick<postgres.TransactionSql, "unsafe" | "savepoint">;
type Act = (inner: Inner) => unknown;
type Nest = (...args: unknown[]) => Promise<unknown>;

/** How long postgres.js may take to notice by itself that a connection is gone, in milliseconds. */
const grace = 1_000;

/**
 * Lets a transaction end with its connection. postgres.js tells whoever opened it, but goes on sending what the act asks
 * next, and its own rollback: to a dead connection, which throws outside any promise, or, behind the end, to one that
 * somebody else has by then. Here nothing is sent any more.
 */
export function endWithConnection<T extends Pick<postgres.Sql, "begin">>(client: T): T {
  const open = client.begin as unknown as Nest;
  (client as unknown as { begin: Nest }).begin = async (...args) => {
    const act = args.pop() as Act;
    const lost = Promise.withResolvers<never>();
    const state: State = { over: false, lost: (error) => setTimeout(() => lost.reject(error), grace) };
    try {
      return await Promise.race([
        open(...args, (inner: Inner) => settle(act, guard(inner, state), state)),
        lost.promise,
      ]);
    } finally {
      state.over = true;
    }
  };
  return client;
}

/** Of a transaction, or of a savepoint `within` one. */
type State = { over: boolean; lost: (error: unknown) => void; within?: State };

const isOver = ({ over, within }: State): boolean => over || (within !== undefined && isOver(within));

function guard(inner: Inner, state: State): Inner {
  const { unsafe } = inner;
  inner.unsafe = ((...args: Parameters<typeof unsafe>) => {
    if (isOver(state)) throw new TransactionOver();
    return unsafe(...args);
  }) as typeof unsafe;
  const nest = inner.savepoint as unknown as Nest | undefined;
  if (nest) {
    (inner as unknown as { savepoint: Nest }).savepoint = (...args) => {
      const act = args.pop() as Act;
      // What an act did not wait for must not become part of the act that comes next in this transaction.
      const inside: State = { over: false, lost: state.lost, within: state };
      return nest(...args, (deeper: Inner) =>
        settle(act, guard(deeper, inside), inside).finally(() => {
          inside.over = true;
        }),
      );
    };
  }
  return inner;
}

/** Never settles once the connection is gone: postgres.js would send a commit or a rollback after it. */
async function settle(act: Act, inner: Inner, state: State): Promise<unknown> {
  const outcome = await Promise.resolve(act(inner)).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome && isLost(outcome.error)) state.lost(outcome.error);
  else if (!isOver(state)) {
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }
  return new Promise<never>(() => {});
}

/** A statement came behind the end of its transaction. */
class TransactionOver extends Error {
  readonly code = "08003";
  constructor() {
    super("The transaction is over.");
    this.name = "TransactionOver";
  }
}

const lostCodes = /^(CONNECTION_\w+|ECONNRESET|EPIPE|57P0[1-5]|25P03|08\w{3})$/;

/** True if the connection itself is gone, so that nothing can be sent through it any more. */
export function isLost(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: { code?: string } };
  return lostCodes.test(cause?.code ?? code ?? "");
}
