import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { systemClock } from "@/lib/platform/clock";
import { openSeed } from "./seeds";
import type { Standing } from "./standing";
import { matchStep } from "./totp";

/**
 * Uses up a code of the person's authenticator app; one that was used, or an older one, counts no more. Of two at once
 * one wins. In a session that proved the password only, it ends that session.
 */
export async function takeCode(session: Buffer, { loginId }: Standing, code: string, clock = systemClock()) {
  const [row] = await ask<{ seed: string | null }>(sql`select auth.seed_of(${session}) as seed`);
  if (!row?.seed) return false;
  const step = matchStep(openSeed(loginId, row.seed), code, clock.now());
  if (step === null) return false;
  const [taken] = await ask<{ login: string | null }>(sql`select auth.take_totp(${session}, ${step}) as login`);
  return taken?.login === loginId;
}
