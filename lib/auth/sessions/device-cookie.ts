import "server-only";
import { sql } from "drizzle-orm";
import { cookies } from "next/headers";
import { ask } from "@/db/client";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { newId, newToken } from "@/lib/platform/ids";
import { cookieNames } from "./options";
import { tellOfChange } from "./tell-of-change";

const tokenBytes = 32;
const ninetyDays = 90 * 24 * 60 * 60;

/** The stored hash of a device: a different value for each person who signs in with the same browser. */
export function deviceHash(loginId: string, token: Buffer): Buffer {
  return keyedToken(deriveKey(env().KEK, "device"), `${loginId}|${token.toString("hex")}`);
}

/** The same for everybody who signs in with one browser: it says whether two people were one, and not who. */
export function browserHash(token: Buffer): Buffer {
  return keyedToken(deriveKey(env().KEK, "browser"), token.toString("hex"));
}

/** The token in the device cookie, or null. */
export async function readDevice(): Promise<Buffer | null> {
  const token = Buffer.from((await cookies()).get(cookieNames().device)?.value ?? "", "base64url");
  return token.length === tokenBytes ? token : null;
}

/** Makes this browser a known device of the person whose full session was just opened. It grants nothing by itself. */
export async function rememberDevice(loginId: string, session: Buffer): Promise<void> {
  const token = (await readDevice()) ?? newToken();
  await ask(sql`select auth.remember_device(${session}, ${newId()}::uuid, ${deviceHash(loginId, token)})`);
  await ask(sql`select auth.note_browser(${session}, ${browserHash(token)})`);
  await tellOfChange(loginId);
  const { device, secure } = cookieNames();
  const options = { httpOnly: true, sameSite: "strict" as const, path: "/", secure, maxAge: ninetyDays };
  (await cookies()).set(device, token.toString("base64url"), options);
}
