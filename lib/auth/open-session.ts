import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { ask } from "@/db/client";
import { sha256 } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { newToken } from "@/lib/platform/ids";
import { rememberDevice } from "./device-cookie";
import { authOptions, cookieNames } from "./options";
import { sessionToken } from "./session";

/** How a sign-in was proved. What each is worth stands in `auth.aal_of`; what is not named there is confined. */
export type Proof = "passkey" | "password+totp" | "password" | "recovery" | "demo" | "invitation" | "setup";

/**
 * Ends every ceremony: issues a one-time ticket and hands it to next-auth, which sets the session cookie. The session
 * that this browser had before ends.
 */
export async function openSession(loginId: string, amr: Proof): Promise<void> {
  const before = await sessionToken();
  if (before) await ask(sql`select auth.end_session(${before})`);
  const ticket = newToken();
  await ask(sql`select auth.issue_ticket(${sha256(ticket)}, ${loginId}::uuid, ${amr})`);
  const answer = await redeemThroughNextAuth(ticket);
  const jar = await cookies();
  const { session, secure } = cookieNames();
  const value = answer.headers
    .getSetCookie()
    .find((line) => line.startsWith(`${session}=`))
    ?.split(";")[0]
    ?.slice(session.length + 1);
  if (!value) throw new AppError("unauthenticated", "Sign in again.");
  jar.set(session, decodeURIComponent(value), { httpOnly: true, sameSite: "lax", path: "/", secure });
  if (amr !== "passkey" && amr !== "password+totp") return;
  const opened = await sessionToken();
  if (opened) await rememberDevice(loginId, opened);
}

async function redeemThroughNextAuth(ticket: Buffer): Promise<Response> {
  const { csrf, secure } = cookieNames();
  const token = newToken().toString("hex");
  const mark = createHash("sha256").update(`${token}${env().AUTH_SECRET}`).digest("hex");
  (await cookies()).set(csrf, `${token}|${mark}`, { httpOnly: true, sameSite: "lax", path: "/", secure });
  const body = new URLSearchParams({ csrfToken: token, ticket: ticket.toString("base64url"), json: "true" });
  const request = new NextRequest(new URL("/api/auth/callback/ticket", env().APP_ORIGIN), { method: "POST", body });
  const handler = NextAuth(authOptions()) as (
    req: NextRequest,
    ctx: { params: Promise<{ nextauth: string[] }> },
  ) => Promise<Response>;
  return handler(request, { params: Promise.resolve({ nextauth: ["callback", "ticket"] }) });
}
