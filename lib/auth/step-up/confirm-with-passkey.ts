import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { slowDown } from "@/lib/auth/attempts/slow-down";
import { checkAssertion } from "@/lib/auth/passkeys/check-assertion";
import type { Place } from "@/lib/auth/passkeys/passkey-place";
import { proveAfresh } from "@/lib/auth/sessions/renew-token";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { AppError } from "@/lib/platform/errors";

/**
 * Marks a live session with the strongest proof, for five minutes.
 * @returns the session's new token; the one that was given opens nothing any more
 * @throws AppError invalid for another person's passkey too; conflict after too many attempts; unauthenticated
 */
export async function confirmWithPasskey(place: Place, session: Buffer, answer: unknown): Promise<Buffer> {
  const { loginId } = await requireStanding(session);
  await slowDown(`passkey|${loginId}`);
  const found = await checkAssertion(answer, { place, purpose: "confirm", session });
  if (found.loginId !== loginId) {
    await ask(sql`select auth.refuse_step_up(${session})`);
    throw new AppError("invalid", t("This passkey belongs to somebody else."));
  }
  return proveAfresh(session, "passkey");
}
