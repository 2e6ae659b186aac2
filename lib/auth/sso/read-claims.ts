import { z } from "zod";
import type { Purpose } from "./journeys";
import type { SsoSettings } from "./settings";

/** How far two clocks may be apart. */
const leeway = 30;

/**
 * The maximum age of a sign-in at the service, in seconds: as long as a session of ours lasts. To connect an account it
 * must be as recent as a fresh proof here, so that the previous person at this desk is not connected.
 */
export const oldest: Record<Purpose, number> = { sso_sign_in: 12 * 60 * 60, sso_link: 5 * 60 };

const Claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string())]),
  nonce: z.string().min(1),
  iat: z.number(),
  auth_time: z.number(),
  acr: z.string().optional().catch(undefined),
  amr: z.array(z.string()).catch([]),
});

/** A person's identity at the service, and whether the service checked as much as the installation requires. */
export type Told = { subject: string; strong: boolean };

type Asked = { settings: Pick<SsoSettings, "issuer" | "clientId" | "acr" | "amr">; purpose: Purpose; now: Date };

/**
 * Validates an ID token whose signature, time and nonce the library has checked. Checked here: the issuer is the one of
 * our settings and not only of the service's own document, there is no other audience, it was not issued in the future,
 * and when the person signed in there. Null if any of that fails.
 */
export function readClaims(raw: unknown, { settings, purpose, now }: Asked): Told | null {
  const parsed = Claims.safeParse(raw);
  if (!parsed.success) return null;
  const { iss, sub, aud, iat, auth_time: signedIn, acr, amr } = parsed.data;
  const seconds = now.getTime() / 1000;
  const ours = iss === settings.issuer && [aud].flat().every((value) => value === settings.clientId);
  const timely = Math.max(iat, signedIn) <= seconds + leeway && signedIn >= seconds - oldest[purpose] - leeway;
  return ours && timely ? { subject: sub, strong: isStrong(settings, acr, amr) } : null;
}

/** Only with a requested value: the service's word without one counts as a password. */
function isStrong(wanted: Pick<SsoSettings, "acr" | "amr">, acr: string | undefined, amr: readonly string[]): boolean {
  if (wanted.acr.length + wanted.amr.length === 0) return false;
  const level = wanted.acr.length === 0 || (acr !== undefined && wanted.acr.includes(acr));
  return level && wanted.amr.every((value) => amr.includes(value));
}
