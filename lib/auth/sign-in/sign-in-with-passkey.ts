import "server-only";
import { checkAssertion } from "@/lib/auth/passkeys/check-assertion";
import type { Place } from "@/lib/auth/passkeys/passkey-place";
import { openSession } from "@/lib/auth/sessions/open-session";

/** Opens a session for whoever's passkey answered: no address is typed, and no password. @throws AppError invalid */
export async function signInWithPasskey(place: Place, answer: unknown): Promise<void> {
  const { loginId } = await checkAssertion(answer, { place, purpose: "sign_in", session: null });
  await openSession(loginId, "passkey");
}
