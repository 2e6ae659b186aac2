import "server-only";
import { cookies } from "next/headers";
import { codeFrom, secretIn } from "@/lib/auth/first-contact/rules";
import { cookieNames, ownFamily } from "@/lib/auth/sessions/options";
import { deriveKey, keyedToken, sha256 } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { idOfName } from "@/lib/platform/ids";

/** A name that says nothing. Without a date the browser drops it when it is closed. */
const cookieName = () => `${cookieNames().secure ? "__Host-" : ""}q`;

const namespace = "0b1f6c1e-5a0e-4c53-9f5d-3f0a7a4f3a51";

type EnquiryKeys = { id: string; token: Buffer; code: string };

/**
 * What belongs to one form, which has a secret of its own: the id of the enquiry, the token of the browser, and the
 * receipt code. The same form sent twice is one enquiry, and the code is stored nowhere.
 */
export function keysOfForm(formSecret: Buffer): EnquiryKeys {
  const token = deriveKey(deriveKey(env().KEK, "enquiry-browser"), formSecret.toString("base64url"));
  return { id: idOfName(formSecret.toString("base64url"), namespace), token, code: codeOfToken(token) };
}

/** The receipt code of an enquiry that this browser sent. For every other token it is a code that opens nothing. */
export function codeOfToken(token: Buffer): string {
  return codeFrom(keyedToken(deriveKey(env().KEK, "enquiry-code"), token.toString("base64url")));
}

/** What this browser holds since it sent an enquiry or typed its code; null in any other. */
export async function enquiryToken(): Promise<Buffer | null> {
  const value = (await cookies()).get(cookieName())?.value;
  return value ? secretIn(value) : null;
}

/** The token together with the kind of browser: copied to another kind, it opens nothing. */
export async function browserOf(token: Buffer): Promise<Buffer> {
  return sha256(Buffer.concat([Buffer.from(`enquiry|${await ownFamily()}|`), token]));
}

export function enquiryCookie(token: Buffer): string {
  return setCookie(token.toString("base64url"));
}

/** Takes the cookie away. */
export const dropEnquiryCookie = (): string => `${setCookie("")}; Max-Age=0`;

function setCookie(value: string): string {
  const secure = cookieNames().secure ? "; Secure" : "";
  return `${cookieName()}=${value}; Path=/; HttpOnly; SameSite=Strict${secure}`;
}
