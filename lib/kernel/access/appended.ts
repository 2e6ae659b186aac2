import "server-only";
import type { Tx } from "@/db/client";

/** The newest entry that a transaction appended to the log of its organisation. */
export type Appended = { seq: number; hash: Buffer };

/** The row returned by a statement with `appendedBy`. */
export type AppendedRow = { seq: string | null; hash: Buffer | null };

const newest = new WeakMap<object, Appended>();

/** The state of a transaction is discarded with it: what was rolled back was never in the log. */
export function noteAppended(tx: Tx, row: AppendedRow | undefined): void {
  if (row?.seq != null && row.hash) newest.set(tx, { seq: Number(row.seq), hash: row.hash });
}

export const appendedIn = (tx: Tx): Appended | undefined => newest.get(tx);

/** A released savepoint: its entries now belong to the outer transaction. */
export function passAppended(from: Tx, to: Tx): void {
  const found = newest.get(from);
  if (found) newest.set(to, found);
}
