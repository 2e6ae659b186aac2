import "server-only";
import { cookies } from "next/headers";
import { secretIn } from "@/lib/first-links/rules";
import { sha256 } from "@/lib/platform/crypto";
import { newToken } from "@/lib/platform/ids";
import type { FirstKeys } from "./ctx-from-first-link";
import { cookieNames } from "./options";

const threeDays = 72 * 60 * 60;

/** One cookie for each link. Its name says nothing of the secret. */
function cookieOf(secret: Buffer): string {
  const prefix = cookieNames().secure ? "__Host-" : "";
  return `${prefix}first-${sha256(Buffer.concat([Buffer.from("cookie"), secret]))
    .toString("hex")
    .slice(0, 16)}`;
}

/** The secret of an address; text that can be none stands for a secret that nobody made. */
function secretOf(text: string): Buffer {
  return secretIn(text) ?? sha256(text);
}

/** What this browser holds for a link that it opened before; null in any other browser. */
export async function firstKeys(text: string): Promise<FirstKeys | null> {
  const secret = secretOf(text);
  const value = (await cookies()).get(cookieOf(secret))?.value;
  const browser = value ? secretIn(value) : null;
  return browser ? { secret, browser } : null;
}

/** The same to try a code with: a browser that holds nothing yet gets a token of its own. */
export async function keysToTry(text: string): Promise<FirstKeys> {
  return (await firstKeys(text)) ?? { secret: secretOf(text), browser: newToken() };
}

/** Binds the link to this browser. No script can read it, and no other site sends it along. */
export async function keepFirstKeys({ secret, browser }: FirstKeys): Promise<void> {
  (await cookies()).set(cookieOf(secret), browser.toString("base64url"), {
    ...{ httpOnly: true, sameSite: "lax", path: "/", secure: cookieNames().secure, maxAge: threeDays },
  });
}
