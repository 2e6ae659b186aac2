import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/**
 * The column has this value, which is the same for everybody and is written into the statement: an index that holds such
 * rows alone is not used by a plan that is kept for any value.
 * @param word of small letters, points and underscores, as our own kinds are
 */
export function always(column: AnyPgColumn, word: string): SQL {
  if (!/^[a-z]+(?:[._][a-z]+)*$/.test(word)) throw new Error("Only a word of our own is written into a statement.");
  return sql`${column} = ${sql.raw(`'${word}'`)}`;
}
