import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { noteAttempt } from "@/lib/platform/attempts";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";

/** A burst, then a steady rate per second. `of` is stored only as a keyed hash: no address and no e-mail. */
export type Budget = { of: string; burst: number; perSecond: number };

const keyOf = ({ of }: Budget) => keyedToken(deriveKey(env().KEK, "bucket"), of);

/**
 * Takes one token from each bucket, in order; the first empty one stops it. Buckets are stored in the database, so that
 * neither a restart nor a second process refills them.
 */
export async function takeEach(budgets: readonly Budget[]): Promise<boolean> {
  if (budgets.length === 0) return true;
  const [keys, bursts, rates] = columnsOf(budgets);
  const [row] = await ask<{ ok: boolean }>(
    sql`select auth.take_each(${keys}::bytea[], ${bursts}::float8[], ${rates}::float8[]) as ok`,
  );
  if (!row?.ok) noteAttempt("budget_empty");
  return row?.ok ?? false;
}

/** Takes one token from a bucket. @returns how many are left; null when there was none */
export async function takeCounted(budget: Budget): Promise<number | null> {
  const { burst, perSecond } = budget;
  const [row] = await ask<{ left: number | null }>(
    sql`select auth.take_counted(${keyOf(budget)}, ${burst}, ${perSecond}) as left`,
  );
  const left = row?.left ?? null;
  if (left === null) noteAttempt("budget_empty");
  return left;
}

/** The same three lists as Postgres writes arrays: keys, bursts, rates. */
export function columnsOf(budgets: readonly Budget[]): [string, string, string] {
  const list = (values: readonly (string | number)[]) => `{${values.join(",")}}`;
  const keys = list(budgets.map((budget) => `"\\\\x${keyOf(budget).toString("hex")}"`));
  return [keys, list(budgets.map((budget) => budget.burst)), list(budgets.map((budget) => budget.perSecond))];
}
