import "server-only";
import type { Tx } from "@/db/client";

/** The newest entry that a transaction appended to the log of its organisation. */
export type Appended = { seq: number; hash: Buffer };

/** The row that a statement with `appendedBy` gives back. */
export type AppendedRow = { seq: string | null; hash: Buffer | null };

const newest = new WeakMap<object, Appended>();

/** What is remembered of a transaction goes with it: what was rolled back was never in the log. */
export function noteAppended(tx: Tx, row: AppendedRow | undefined): void {
  if (row?.seq != null && row.hash) newest.set(tx, { seq: Number(row.seq), hash: row.hash });
}

export const appendedIn = (tx: Tx): Appended | undefined => newest.get(tx);

/** A savepoint that was released: what it appended is the outer transaction's now. */
export function passAppended(from: Tx, to: Tx): void {
  const found = newest.get(from);
  if (found) newest.set(to, found);
}
