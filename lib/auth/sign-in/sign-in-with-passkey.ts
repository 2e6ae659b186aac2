import "server-only";
import { checkAssertion } from "@/lib/auth/passkeys/check-assertion";
import type { Place } from "@/lib/auth/passkeys/passkey-place";
import { openSession } from "@/lib/auth/sessions/open-session";

/** Opens a session for the owner of the passkey: no address or password is typed. @throws AppError invalid */
export async function signInWithPasskey(place: Place, answer: unknown): Promise<void> {
  const { loginId } = await checkAssertion(answer, { place, purpose: "sign_in", session: null });
  await openSession(loginId, "passkey");
}
