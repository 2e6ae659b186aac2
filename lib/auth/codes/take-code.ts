import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import type { Standing } from "@/lib/auth/sessions/standing";
import { type Clock, systemClock } from "@/lib/platform/time/clock";
import { openSeed } from "./seeds";
import { matchStep } from "./totp";

/**
 * Uses up a code of the person's authenticator app; a used code, or an older one, is no longer valid. Of two concurrent
 * uses one wins. In a session that proved only the password, it ends that session. A hundred wrong ones in a row lock
 * the codes.
 * @returns false even for the right code while codes are locked
 */
export async function takeCode(session: Buffer, standing: Standing, code: string, clock = systemClock()) {
  if (await isRight(session, standing, code, clock)) return true;
  await ask(sql`select auth.note_wrong_code(${session})`);
  return false;
}

/** Asking for the seed counts as a try, so that none is made that Postgres does not know of. */
async function isRight(session: Buffer, { loginId }: Standing, code: string, clock: Clock): Promise<boolean> {
  const [row] = await ask<{ seed: string | null }>(sql`select auth.seed_of(${session}) as seed`);
  if (!row?.seed) return false;
  const step = matchStep(openSeed(loginId, row.seed), code, clock.now());
  if (step === null) return false;
  const [taken] = await ask<{ login: string | null }>(sql`select auth.take_totp(${session}, ${step}) as login`);
  return taken?.login === loginId;
}

/** What to say of a code that did not count. */
export function describeCodeFailure({ totpLockedAt }: Pick<Standing, "totpLockedAt">, wrong: string): string {
  return totpLockedAt ? locked : wrong;
}

const locked = t(
  "A hundred codes in a row were wrong, so codes are locked. Use a passkey or a recovery code, or phone an administrator or a supervisor: they unlock it under Alerts.",
);
