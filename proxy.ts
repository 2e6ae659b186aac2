import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { formTargets, ofPages } from "@/lib/platform/network/headers";

/** Headers and the nonce, nothing else. Nothing is guarded here: every page and action checks for itself. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(ofPages())) response.headers.set(name, value);
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    // Recordings: on every page, since a document keeps the policy that it was loaded with. Their route asks who plays.
    "media-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    `form-action 'self'${formTargets()}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
    // The one worker there is belongs to app/offline, whose pages have a policy of their own.
    "worker-src 'none'",
    // Markup and code are never made of strings; addresses of scripts go through instrumentation-client.ts.
    ...(development ? [] : ["require-trusted-types-for 'script'", "trusted-types default nextjs"]),
  ].join("; ");
}

/**
 * Bytes of evidence and packets stay outside: a body that passes through the proxy is cut at 10 MB without an error,
 * and a file's own policy would be overwritten by that of the pages. So do the client's page and app/offline, which have stricter ones.
 */
export const config = {
  matcher: [
    "/((?!_next/static|api/capture/|api/connectors|api/evidence/|api/imports|api/exports/|api/packets/|api/handovers/|api/v1/|api/first/|api/documents/|api/health|api/ready|offline/|p$|p/|icon.svg).*)",
  ],
};
