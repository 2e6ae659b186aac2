import "server-only";
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { env } from "@/lib/platform/env";
import { newToken } from "@/lib/platform/ids";
import { cookieNames } from "./options";

type Handler = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>;

/** Lets next-auth answer a request, as its route would. @param path what follows `/api/auth/` */
export async function askNextAuth(options: NextAuthOptions, request: NextRequest, path: string): Promise<Response> {
  const handler = NextAuth(options) as Handler;
  return handler(request, { params: Promise.resolve({ nextauth: path.split("/") }) });
}

/** Posts a form to next-auth as its own page would, with the CSRF token. It answers as JSON. */
export async function postToNextAuth(options: NextAuthOptions, path: string, fields: Record<string, string>) {
  const { csrf, secure } = cookieNames();
  const token = newToken().toString("hex");
  const mark = createHash("sha256").update(`${token}${env().AUTH_SECRET}`).digest("hex");
  (await cookies()).set(csrf, `${token}|${mark}`, { httpOnly: true, sameSite: "lax", path: "/", secure });
  const body = new URLSearchParams({ csrfToken: token, json: "true", ...fields });
  const request = new NextRequest(new URL(`/api/auth/${path}`, env().APP_ORIGIN), { method: "POST", body });
  return askNextAuth(options, request, path);
}

/** The value of one cookie that an answer of next-auth sets. */
export function cookieOf(answer: Response, name: string): string | undefined {
  const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));
  const value = line?.split(";")[0]?.slice(name.length + 1);
  return value && decodeURIComponent(value);
}
