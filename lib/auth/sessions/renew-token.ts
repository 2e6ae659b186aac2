import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { cookies } from "next/headers";
import { ask } from "@/db/client";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { newToken } from "@/lib/platform/ids";
import { cookieNames, ownFamily } from "./options";
import { readSessionCookie, writeSessionCookie } from "./session-cookie";

/**
 * Marks a session as freshly proved for five minutes and gives it a new token. The old token is invalid from then on.
 * @returns the new token, which `carryToken` puts into the cookie
 * @throws AppError unauthenticated if the session ended; conflict if another tab was first
 */
export async function proveAfresh(token: Buffer, how: "tick" | "password" | "totp" | "passkey"): Promise<Buffer> {
  const next = newToken();
  const [row] = await ask<{ done: boolean }>(sql`select auth.step_up(${token}, ${how}, ${sha256(next)}) as done`);
  if (!row?.done) throw await endedOrRenewed(token);
  return next;
}

/** True when the token was that of a live session until a fresh proof in another tab, within a minute. */
export async function wasRenewed(token: Buffer): Promise<boolean> {
  const [row] = await ask<{ renewed: boolean }>(sql`select auth.was_renewed(${token}) as renewed`);
  return row?.renewed === true;
}

/** What to say to a token that opens nothing: the browser has the new one by now, so sending again is enough. */
export async function endedOrRenewed(token: Buffer): Promise<AppError> {
  if (await wasRenewed(token)) {
    return new AppError("conflict", t("You confirmed in another tab at the same moment. Send this again."));
  }
  return new AppError("unauthenticated", t("Sign in again."));
}

/** Puts the token that a fresh proof gave the session into the cookie of this browser. */
export async function carryToken(token: Buffer): Promise<void> {
  const { session, secure } = cookieNames();
  const jar = await cookies();
  const before = await readSessionCookie(jar.get(session)?.value ?? "");
  const claims = { sub: String(before?.sub ?? ""), st: token.toString("base64url"), dv: await ownFamily() };
  jar.set(session, await writeSessionCookie(claims), { httpOnly: true, sameSite: "lax", path: "/", secure });
}
