import "server-only";
import { cookies } from "next/headers";
import { secretIn } from "@/lib/auth/first-contact/rules";
import { cookieNames, ownFamily } from "@/lib/auth/sessions/options";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newToken } from "@/lib/platform/ids";

/** A name that says nothing. Without a date the browser drops it when it is closed. */
const cookieName = () => `${cookieNames().secure ? "__Host-" : ""}p`;

/** The token together with the kind of browser: copied to another kind, it opens nothing. */
const bound = (token: Buffer, family: string) => sha256(Buffer.concat([Buffer.from(`client page|${family}|`), token]));

/** What this browser holds since the PIN was right in it; null in any other. */
export async function clientBrowser(): Promise<Buffer | null> {
  const value = (await cookies()).get(cookieName())?.value;
  const token = value ? secretIn(value) : null;
  return token && bound(token, await ownFamily());
}

/** A new browser token for trying a PIN, and the cookie that keeps it if the PIN was right. */
export async function newClientBrowser(): Promise<{ browser: Buffer; cookie: string }> {
  const token = newToken();
  return { browser: bound(token, await ownFamily()), cookie: setCookie(token.toString("base64url")) };
}

/** Takes the cookie away. */
export const dropClientCookie = (): string => `${setCookie("")}; Max-Age=0`;

function setCookie(value: string): string {
  const secure = cookieNames().secure ? "; Secure" : "";
  return `${cookieName()}=${value}; Path=/; HttpOnly; SameSite=Strict${secure}`;
}
