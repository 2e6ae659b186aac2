import "server-only";
import { cookies } from "next/headers";
import { cookieNames, ownFamily } from "@/lib/auth/sessions/options";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newToken } from "@/lib/platform/ids";
import type { FirstKeys } from "./ctx-from-first-link";
import { secretIn } from "./rules";

const threeDays = 72 * 60 * 60;

/** One cookie for each link. Its name says nothing of the secret. */
function cookieOf(secret: Buffer): string {
  const prefix = cookieNames().secure ? "__Host-" : "";
  return `${prefix}first-${sha256(Buffer.concat([Buffer.from("cookie"), secret]))
    .toString("hex")
    .slice(0, 16)}`;
}

/** The secret of a URL; malformed text becomes a secret that nobody made. */
function secretOf(text: string): Buffer {
  return secretIn(text) ?? sha256(text);
}

/** Behind the token of a cookie that is bound to its kind of browser. */
const bound = ".b";

/**
 * What Postgres knows a browser by: its token together with the kind of browser, so that a cookie which was copied to
 * another kind opens nothing. A cookie of an earlier release is its token alone; without the mark a newer one is not.
 */
export function browserOf(value: string, family: string): Buffer | null {
  if (!value.endsWith(bound)) return secretIn(value);
  const token = secretIn(value.slice(0, -bound.length));
  return token && sha256(Buffer.concat([Buffer.from(`first link browser|${family}|`), token]));
}

/** What this browser holds for a link that it opened before; null in any other browser. */
export async function firstKeys(text: string): Promise<FirstKeys | null> {
  const secret = secretOf(text);
  const value = (await cookies()).get(cookieOf(secret))?.value;
  const browser = value ? browserOf(value, await ownFamily()) : null;
  return browser ? { secret, browser } : null;
}

/** The same for trying a code, and the cookie to set: a browser without a token gets a new one. */
export async function keysToTry(text: string): Promise<{ keys: FirstKeys; cookie: string }> {
  const secret = secretOf(text);
  const held = (await cookies()).get(cookieOf(secret))?.value;
  const family = await ownFamily();
  const known = held ? browserOf(held, family) : null;
  if (held && known) return { keys: { secret, browser: known }, cookie: held };
  const cookie = `${newToken().toString("base64url")}${bound}`;
  const browser = browserOf(cookie, family);
  if (!browser) throw new Error("A new token is always one.");
  return { keys: { secret, browser }, cookie };
}

/** Binds the link to this browser. No script can read it, and no other site sends it along. */
export async function keepFirstKeys({ secret }: FirstKeys, cookie: string): Promise<void> {
  (await cookies()).set(cookieOf(secret), cookie, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: cookieNames().secure,
    maxAge: threeDays,
  });
}
