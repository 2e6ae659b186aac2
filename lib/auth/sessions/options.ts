import "server-only";
import { sql } from "drizzle-orm";
import { headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { ask } from "@/db/client";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { newId, newToken } from "@/lib/platform/ids";
import { deviceFamily } from "./device-family";
import { cookieSeconds, decodeOurs } from "./session-cookie";

/** Cookies are `__Host-` over https. On plain loopback http a browser refuses those, so they go without the prefix. */
export function cookieNames() {
  const secure = env().APP_ORIGIN.startsWith("https:");
  const prefix = secure ? "__Host-" : "";
  return {
    secure,
    session: `${prefix}sid`,
    csrf: `${prefix}csrf`,
    callback: `${prefix}callback`,
    device: `${prefix}device`,
    state: `${prefix}sso-state`,
    nonce: `${prefix}sso-nonce`,
    pkce: `${prefix}sso-pkce`,
  };
}

/** Browser and system of the request, as its session remembers them. */
export async function ownFamily(): Promise<string> {
  return deviceFamily((await headers()).get("user-agent"));
}

/**
 * next-auth issues the cookie and nothing else. Every ceremony ends in a one-time ticket; the cookie carries a
 * session token whose row in the database decides on every request.
 */
export function authOptions(): NextAuthOptions {
  const names = cookieNames();
  const options = { httpOnly: true, sameSite: "lax" as const, path: "/", secure: names.secure };
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: cookieSeconds },
    jwt: { maxAge: cookieSeconds, decode: decodeOurs },
    useSecureCookies: names.secure,
    cookies: {
      sessionToken: { name: names.session, options },
      csrfToken: { name: names.csrf, options },
      callbackUrl: { name: names.callback, options },
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [Credentials({ id: "ticket", credentials: { ticket: { type: "text" } }, authorize: redeem })],
    callbacks: {
      // `update` from the browser is ignored: its data is untrusted.
      jwt: ({ token, user }) => {
        const { st, dv } = user && "st" in user ? (user as Opened) : token;
        return { sub: user?.id ?? token.sub, st, dv };
      },
      session: ({ token }) => ({ user: { id: token.sub }, expires: "" }) as never,
      redirect: ({ baseUrl }) => baseUrl,
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

/** What the cookie is made of: the session's token, and the kind of browser that it is given to. */
type Opened = { id: string; st: string; dv: string };

/** Never throws: an error's text would end up in the address bar. */
async function redeem(credentials: Record<string, string> | undefined): Promise<Opened | null> {
  try {
    const ticket = Buffer.from(credentials?.ticket ?? "", "base64url");
    const st = newToken();
    const dv = await ownFamily();
    const [row] = await ask<{ login: string | null }>(
      sql`select auth.redeem_ticket(${sha256(ticket)}, ${newId()}::uuid, ${sha256(st)}, ${dv}) as login`,
    );
    return row?.login ? { id: row.login, st: st.toString("base64url"), dv } : null;
  } catch {
    return null;
  }
}
