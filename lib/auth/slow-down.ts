import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { deriveKey, keyedToken } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";

/**
 * Ten attempts at once, then one a minute for each `who`; kept in the database, so a restart does not reset it.
 * @param field where a form shows the refusal @throws AppError conflict
 */
export async function slowDown(who: string, field?: string): Promise<void> {
  const key = keyedToken(deriveKey(env().KEK, "bucket"), who);
  const [row] = await ask<{ ok: boolean }>(sql`select auth.take(${key}, 10, ${1 / 60}) as ok`);
  const said = "Too many attempts. Wait a minute, then try again.";
  if (!row?.ok) throw new AppError("conflict", said, field ? { [field]: said } : {});
}
