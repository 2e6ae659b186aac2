import { ofPages } from "@/lib/platform/network/headers";
import { scriptHash } from "./script";
import { styleHash } from "./style";

const policy = [
  "default-src 'none'",
  `style-src ${styleHash}`,
  `script-src ${scriptHash}`,
  "connect-src 'self'",
  "img-src data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

type More = { status?: number; cookie?: string; headers?: Record<string, string> };

/** A page of a client, whole: it is kept nowhere, and names nobody to where it leads. */
export function pageAnswer(html: string, { status = 200, cookie, headers = {} }: More = {}): Response {
  return new Response(html, {
    status,
    headers: {
      ...ofPages(),
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "x-robots-tag": "noindex, nofollow",
      ...headers,
      ...(cookie ? { "set-cookie": cookie } : {}),
    },
  });
}

/** After a form: the page is asked for anew, so that going back sends nothing twice. */
export function goTo(path: string, more: { cookie?: string; headers?: Record<string, string> } = {}): Response {
  return new Response(null, {
    status: 303,
    headers: {
      ...ofPages(),
      location: path,
      ...more.headers,
      ...(more.cookie ? { "set-cookie": more.cookie } : {}),
    },
  });
}

/** For the script of the page. */
export function jsonAnswer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: ofPages() });
}
