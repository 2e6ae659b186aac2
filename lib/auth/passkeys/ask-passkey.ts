import "server-only";
import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { makeChallenge } from "./challenges";
import type { Place } from "./passkey-place";

export type Transports = NonNullable<
  NonNullable<Parameters<typeof generateAuthenticationOptions>[0]["allowCredentials"]>[number]["transports"]
>;

type Listed = { credential_id: Buffer; transports: Transports };

/** EdDSA, ES256 and RS256: what every device can. The library would ask Node for one that is still an experiment. */
export const algorithms = [-8, -7, -257] as const;

const known = (rows: readonly Listed[]) =>
  rows.map((row) => ({ id: Buffer.from(row.credential_id).toString("base64url"), transports: row.transports }));

const listed = (session: Buffer) => ask<Listed>(sql`select * from auth.list_passkeys(${session})`);

/**
 * The passkey request options for the browser. Before sign-in no credential is named: the passkey itself identifies its
 * owner.
 */
export async function askPasskey(place: Place, session: Buffer | null) {
  const challenge = await makeChallenge(session ? "confirm" : "sign_in", session);
  return generateAuthenticationOptions({
    rpID: place.rpId,
    challenge: new Uint8Array(challenge),
    userVerification: "required",
    allowCredentials: session ? known(await listed(session)) : [],
    timeout: 300_000,
  });
}

/** The options for a new passkey: discoverable, with the person verified by the device, for this origin. */
export async function askNewPasskey(place: Place, session: Buffer) {
  const { loginId, email, name } = await requireStanding(session);
  const challenge = await makeChallenge("add", session);
  return generateRegistrationOptions({
    rpName: "Crossdocket",
    rpID: place.rpId,
    userID: new Uint8Array(sha256(`passkey|${loginId}`)),
    userName: email,
    userDisplayName: name,
    challenge: new Uint8Array(challenge),
    attestationType: "none",
    supportedAlgorithmIDs: [...algorithms],
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: known(await listed(session)),
    timeout: 300_000,
  });
}
