import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

/**
 * Ends one session of this full session's person, at its next request.
 * @throws AppError not_found for somebody else's and for one that has ended; unauthenticated
 */
export async function endSession(session: Buffer, id: unknown): Promise<void> {
  if (typeof id !== "string" || !isId(id) || (await end(session, id)) === 0)
    throw new AppError("not_found", t("It has ended already."));
}

/** Ends every other session of the person. @returns how many there were @throws AppError unauthenticated */
export async function endOtherSessions(session: Buffer): Promise<number> {
  return end(session, null);
}

async function end(session: Buffer, id: string | null): Promise<number> {
  const [row] = await ask<{ n: number | null }>(sql`select auth.end_own_sessions(${session}, ${id}::uuid) as n`);
  if (row?.n == null) throw new AppError("unauthenticated", t("Sign in again."));
  return row.n;
}
