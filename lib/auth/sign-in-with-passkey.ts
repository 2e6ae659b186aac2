import "server-only";
import { checkAssertion } from "./check-assertion";
import { openSession } from "./open-session";
import type { Place } from "./passkey-place";

/** Opens a session for whoever's passkey answered: no address is typed, and no password. @throws AppError invalid */
export async function signInWithPasskey(place: Place, answer: unknown): Promise<void> {
  const { loginId } = await checkAssertion(answer, { place, purpose: "sign_in", session: null });
  await openSession(loginId, "passkey");
}
