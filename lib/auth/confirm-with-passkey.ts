import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import { checkAssertion } from "./check-assertion";
import type { Place } from "./passkey-place";
import { proveAfresh } from "./renew-token";
import { slowDown } from "./slow-down";
import { requireStanding } from "./standing";

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
    throw new AppError("invalid", "This passkey belongs to somebody else.");
  }
  return proveAfresh(session, "passkey");
}
