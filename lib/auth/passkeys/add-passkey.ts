import { t } from "@/lib/platform/language/translate";
import "server-only";
import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { ask } from "@/db/client";
import { slowDown } from "@/lib/auth/attempts/slow-down";
import { factorRefusal } from "@/lib/auth/sessions/factor-refusal";
import { requireStanding, type Standing } from "@/lib/auth/sessions/standing";
import { tellOfChange } from "@/lib/auth/sessions/tell-of-change";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { algorithms } from "./ask-passkey";
import { takeChallenge } from "./challenges";
import { Attestation } from "./passkey-input";
import { sealPasskeyName } from "./passkey-names";
import type { Place } from "./passkey-place";

const NewPasskey = z.object({
  name: z
    .string()
    .trim()
    .min(1, t("Give it a name, so that you know it again."))
    .max(60, t("Use at most 60 characters.")),
  answer: Attestation,
});

/**
 * Adds a passkey to the person of this session, if the session may; every other session of the person ends.
 * @returns the session's previous standing; a confined session has ended and a full one is opened instead
 * @throws AppError invalid with `name`; forbidden without fresh proof; conflict if it is already known
 */
export async function addPasskey(place: Place, session: Buffer, raw: unknown): Promise<Standing> {
  const standing = await requireStanding(session);
  await slowDown(`add|${standing.loginId}`);
  const parsed = NewPasskey.safeParse(raw);
  if (!parsed.success) {
    const message = parsed.error.issues.find((issue) => issue.path[0] === "name")?.message;
    throw new AppError("invalid", message ?? notMade, message ? { name: message } : {});
  }
  const { name, answer } = parsed.data;
  const made = await verified(place, session, answer);
  const { credential, credentialDeviceType, credentialBackedUp } = made;
  const id = newId();
  const transports = `{${answer.response.transports.filter((transport) => /^[a-z-]+$/.test(transport)).join(",")}}`;
  const [row] = await ask<{ state: string }>(
    sql`select auth.add_passkey(${session}, ${id}::uuid, ${Buffer.from(credential.id, "base64url")},
      ${Buffer.from(credential.publicKey)}, ${credential.counter}, ${transports}::text[],
      ${credentialDeviceType === "multiDevice"}, ${credentialBackedUp}, ${sealPasskeyName(id, name)}) as state`,
  );
  if (row?.state !== "added") throw factorRefusal(row?.state);
  await tellOfChange(standing.loginId);
  return standing;
}

const notMade = t("The passkey was not made. Try again.");

async function verified(place: Place, session: Buffer, answer: z.output<typeof Attestation>) {
  const challenge = await takeChallenge(answer.response.clientDataJSON, "add", session);
  if (!challenge) throw new AppError("invalid", notMade);
  const found = await verifyRegistrationResponse({
    response: {
      ...answer,
      clientExtensionResults: {},
      response: {
        clientDataJSON: answer.response.clientDataJSON,
        attestationObject: answer.response.attestationObject,
      },
    },
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: [...algorithms],
  }).catch(() => null);
  if (!found?.verified) throw new AppError("invalid", notMade);
  return found.registrationInfo;
}
