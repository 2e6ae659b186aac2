import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { cookies } from "next/headers";
import { ask } from "@/db/client";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { newToken } from "@/lib/platform/ids";
import { rememberDevice } from "./device-cookie";
import { authOptions, cookieNames } from "./options";
import { sessionToken } from "./session";
import { cookieOf, postToNextAuth } from "./through-next-auth";

/** What makes a full session: `auth.aal_of` says so, and what each is worth. */
type Full = "passkey" | "password+totp" | "oidc+totp" | "oidc+mfa";

/** How a sign-in was proved. Anything not named in `auth.aal_of` is confined. */
export type Proof = Full | "password" | "oidc" | "recovery" | "demo" | "invitation" | "setup";

const full: readonly Proof[] = ["passkey", "password+totp", "oidc+totp", "oidc+mfa"] satisfies readonly Full[];

/**
 * Ends every ceremony: issues a one-time ticket and hands it to next-auth, which sets the session cookie. The session
 * that this browser had before ends.
 */
export async function openSession(loginId: string, amr: Proof): Promise<void> {
  const before = await sessionToken();
  if (before) await ask(sql`select auth.end_session(${before})`);
  const ticket = newToken();
  await ask(sql`select auth.issue_ticket(${sha256(ticket)}, ${loginId}::uuid, ${amr})`);
  const answer = await postToNextAuth(authOptions(), "callback/ticket", { ticket: ticket.toString("base64url") });
  const { session, secure } = cookieNames();
  const value = cookieOf(answer, session);
  if (!value) throw new AppError("unauthenticated", t("Sign in again."));
  (await cookies()).set(session, value, { httpOnly: true, sameSite: "lax", path: "/", secure });
  if (!full.includes(amr)) return;
  const opened = await sessionToken();
  if (opened) await rememberDevice(loginId, opened);
}
