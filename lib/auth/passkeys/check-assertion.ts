import { t } from "@/lib/platform/language/translate";
import "server-only";
import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { noteAttempt } from "@/lib/platform/attempts";
import { AppError } from "@/lib/platform/errors";
import type { Transports } from "./ask-passkey";
import { type Purpose, takeChallenge } from "./challenges";
import { Assertion } from "./passkey-input";
import type { Place } from "./passkey-place";

type Known = { id: string; login_id: string; public_key: Buffer; transports: Transports };

type Asked = { place: Place; purpose: Exclude<Purpose, "add">; session: Buffer | null };

/** One sentence for every cause, so that an answer does not say what was wrong with it. */
const refused = t("This passkey was not accepted. Try again, or use another way to sign in.");

/**
 * The owner of the passkey that signed our challenge, for this origin and with the person verified by the device.
 * @throws AppError invalid for anything else; failures of a known passkey are logged
 */
export async function checkAssertion(raw: unknown, { place, purpose, session }: Asked): Promise<{ loginId: string }> {
  const parsed = Assertion.safeParse(raw);
  if (!parsed.success) throw new AppError("invalid", refused);
  const challenge = await takeChallenge(parsed.data.response.clientDataJSON, purpose, session);
  const credential = Buffer.from(parsed.data.id, "base64url");
  const [known] = await ask<Known>(sql`select * from auth.find_passkey(${credential})`);
  if (!known) noteAttempt("unknown_passkey");
  if (!challenge || !known) throw new AppError("invalid", refused);
  const used = await verified(parsed.data, known, challenge, place);
  if (!used) {
    await ask(sql`select auth.refuse_sign_in(${known.login_id}::uuid)`);
    throw new AppError("invalid", refused);
  }
  const [row] = await ask<{ rose: boolean }>(
    sql`select auth.use_passkey(${known.id}::uuid, ${used.newCounter}, ${used.credentialBackedUp}) as rose`,
  );
  if (!row?.rose) throw new AppError("invalid", refused);
  return { loginId: known.login_id };
}

async function verified(response: ReturnType<typeof Assertion.parse>, known: Known, challenge: string, place: Place) {
  try {
    const { verified: right, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.rpId,
      requireUserVerification: true,
      // 0: whether the counter rose is decided in one statement of Postgres, so that of two at once one loses.
      credential: {
        id: response.id,
        publicKey: new Uint8Array(known.public_key),
        counter: 0,
        transports: known.transports,
      },
    });
    return right ? authenticationInfo : null;
  } catch {
    return null;
  }
}
