import "server-only";
import {
  DatabaseAway,
  type Door,
  type Mode,
  openReading,
  replicaHasCaughtUp,
  type SharedReading,
  type Tx,
  transaction,
} from "@/db/client";
import { appendedIn, passAppended } from "./appended";
import { afterFailure, sqlState } from "./database-errors";
import { keepHead } from "./head-record";
import type { ActingRole } from "./roles";
import type { Proof } from "./step-ups";

declare const minted: unique symbol;

export type Actor = {
  memberId: string | null;
  role: ActingRole;
  name: string;
  /** What the rules of the organisation take from the role, as Postgres has it in the context; missing: nothing. */
  lacks?: readonly string[];
};

type Base = {
  readonly [minted]: true;
  readonly orgId: string;
  readonly orgName: string;
  readonly actor: Actor;
  /** The one clock of this act. */
  readonly now: Date;
  /** The strength of the person's proof within the last five minutes. Never set for jobs and calendars. */
  readonly steppedUp?: Proof | null;
  /** The id of the session, for streams that outlive its token. Only people have one. */
  readonly sessionId?: string;
  /** How it enters the database: with a person's session token, or with the worker's own. */
  readonly door: Door;
  /** Set when its reads go to the replica, where there is one. */
  readonly readsFrom?: "replica";
  /** Set when many similar acts share a transaction. */
  readonly batch?: Batch;
  /** The id of the API token through which a program acts as the member. */
  readonly apiToken?: string;
  /** Set for a browser extension that is paired with one case: it runs only what says `forPairing`. */
  readonly pairing?: { readonly id: string; readonly caseId: string };
};

/**
 * Shared by everything in one transaction: cached reads, and in `asked` what was done once for all of it: jobs enqueued,
 * cases locked for files or noted as active. What an act added leaves the list when the act is rolled back.
 */
type Batch = { readonly known: Map<string, unknown>; readonly asked: Set<string> };

/**
 * The acting person or job, organisation and time. Created in lib/auth, lib/kernel/jobs and tests/support; anywhere
 * else it is a type error.
 */
export type Ctx = Base & { readonly db?: undefined };

/** A context inside its transaction: the only thing that can read or write. */
export type TxCtx = Base & {
  readonly db: Tx;
  /** The absent colleagues for whom this person covers now, as the database said at the beginning of the transaction. */
  readonly covers: readonly string[];
};

/** The one place that adds the brand. */
export function mintCtx(parts: Omit<Base, typeof minted>): Ctx {
  return parts as unknown as Ctx;
}

/**
 * Runs `act` in one transaction under row-level security; inside an existing transaction, a write gets a savepoint. Reads of
 * one context at the same time, as those of a page and its frame, share a transaction: it is entered once. A write that
 * Postgres ended over a deadlock is run again, so `act` leaves nothing behind but what it writes there.
 */
export async function withTransaction<T>(ctx: Ctx | TxCtx, mode: Mode, act: (ctx: TxCtx) => Promise<T>): Promise<T> {
  if (ctx.db) {
    const open = ctx as TxCtx;
    if (mode === "read only") return act(open);
    return inSavepoint(open, act);
  }
  if (mode === "read only") return joinReading(ctx as Ctx, act);
  for (let left = runsAfterDeadlock; ; left -= 1) {
    try {
      return await writeOnce(ctx as Ctx, mode, act);
    } catch (error) {
      if (left === 0 || sqlState(error) !== deadlock) throw error;
      // What was cached or enqueued for the batch was rolled back too.
      ctx.batch?.known.clear();
      ctx.batch?.asked.clear();
    }
  }
}

/** Postgres ended one of two transactions that waited for each other. Nothing of it is left: it is run again. */
const deadlock = "40P01";
const runsAfterDeadlock = 2;

async function writeOnce<T>(ctx: Ctx, mode: Mode, act: (ctx: TxCtx) => Promise<T>): Promise<T> {
  let done: Tx | undefined;
  const value = await transaction(
    ctx.door,
    (tx, covers) => {
      done = tx;
      return act({ ...ctx, db: tx, covers });
    },
    mode,
  );
  const appended = done && appendedIn(done);
  if (appended) await keepHead(ctx.orgId, ctx.now, appended);
  return value;
}

/** The transactions that contexts have open to read, for reads that come meanwhile. */
const readings = new WeakMap<Ctx, SharedReading>();

/**
 * The same person, whose long reads (reports, exports) go to the replica, so that others do not wait for them. They see
 * what was written before they began, as on the primary, which reads where the replica is away or behind.
 */
export function fromReplica(ctx: Ctx): Ctx {
  return { ...ctx, readsFrom: "replica" };
}

async function readFromReplica<T>(ctx: Ctx, act: (ctx: TxCtx) => Promise<T>): Promise<T> {
  const read = (tx: Tx, covers: readonly string[]) => act({ ...ctx, db: tx, covers });
  if (await replicaHasCaughtUp()) {
    try {
      return await transaction(ctx.door, read, "read only", "replica");
    } catch (error) {
      if (!isOfReplica(error)) throw error;
    }
  }
  return transaction(ctx.door, read, "read only");
}

/** It went away, or ended the question because what it reads was removed on the primary meanwhile. */
const isOfReplica = (error: unknown): boolean => error instanceof DatabaseAway || sqlState(error) === "40001";

async function joinReading<T>(ctx: Ctx, act: (ctx: TxCtx) => Promise<T>): Promise<T> {
  if (ctx.readsFrom) return readFromReplica(ctx, act);
  const open = readings.get(ctx);
  const reading = open?.isOpen ? open : openReading(ctx.door);
  readings.set(ctx, reading);
  const read = (tx: Tx, covers: readonly string[]) => act({ ...ctx, db: tx, covers });
  try {
    return await reading.join(read);
  } catch (error) {
    // Somebody else's statement failed, and nothing can be read in that transaction any more: once more, alone.
    if (sqlState(error) !== afterFailure) throw error;
    return transaction(ctx.door, read, "read only");
  }
}

async function inSavepoint<T>(open: TxCtx, act: (ctx: TxCtx) => Promise<T>): Promise<T> {
  let done: Tx | undefined;
  const asked = open.batch?.asked.size ?? 0;
  try {
    const value = await open.db.transaction((tx) => {
      done = tx as Tx;
      return act({ ...open, db: done });
    });
    if (done) passAppended(done, open.db);
    return value;
  } catch (error) {
    // What it enqueued or locked is rolled back with it: the next who asks for the same has to do it.
    for (const name of [...(open.batch?.asked ?? [])].slice(asked)) open.batch?.asked.delete(name);
    throw error;
  }
}

/** Reads something once for all acts of a batch; outside a batch each time. */
export async function onceInBatch<T>(ctx: TxCtx, key: string, read: () => Promise<T>): Promise<T> {
  if (!ctx.batch) return read();
  if (!ctx.batch.known.has(key)) ctx.batch.known.set(key, await read());
  return ctx.batch.known.get(key) as T;
}
