import "server-only";
import { decode, encode, type JWT, type JWTDecodeParams } from "next-auth/jwt";
import { env } from "@/lib/platform/env";

/**
 * The content of the session cookie: whose login, the session's token, and the kind of browser that it was issued to.
 */
export type Claims = { sub: string; st: string; dv: string };

/** A long working day; the session's row in the database decides when it really ends. */
export const cookieSeconds = 12 * 60 * 60;

/** How our tokens are sealed. What says anything else of itself is not ours, whatever else the library could open. */
const header = { alg: "dir", enc: "A256GCM" };

/** True for a token of five parts whose header names our one way and nothing more, with no wrapped key. */
export function isOurWay(token: string): boolean {
  const [head = "", wrapped, ...rest] = token.split(".");
  if (wrapped !== "" || rest.length !== 3) return false;
  try {
    const joseHeader: unknown = JSON.parse(Buffer.from(head, "base64url").toString("utf8"));
    const expected = Object.entries(header);
    return (
      typeof joseHeader === "object" &&
      joseHeader !== null &&
      Object.keys(joseHeader).length === expected.length &&
      expected.every(([name, value]) => (joseHeader as Record<string, unknown>)[name] === value)
    );
  } catch {
    return false;
  }
}

/** Replaces next-auth's own decoding: any other algorithm is rejected before a key is tried. */
export async function decodeOurs(params: JWTDecodeParams): Promise<JWT | null> {
  return params.token && isOurWay(params.token) ? decode(params) : null;
}

/** The content of a session cookie; null if we did not encrypt it, or it is too old. */
export async function readSessionCookie(value: string): Promise<Record<string, unknown> | null> {
  return decodeOurs({ token: value, secret: env().AUTH_SECRET }).catch(() => null);
}

/** A cookie for a session, as next-auth would issue it. */
export async function writeSessionCookie(claims: Claims): Promise<string> {
  return encode({ token: claims, secret: env().AUTH_SECRET, maxAge: cookieSeconds });
}
