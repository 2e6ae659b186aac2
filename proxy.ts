import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";

const denied = ["accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media"]
  .concat(["fullscreen", "geolocation", "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi"])
  .concat(["payment", "picture-in-picture", "screen-wake-lock", "serial", "usb", "web-share", "xr-spatial-tracking"])
  .map((feature) => `${feature}=()`)
  .join(", ");

/** Not `no-referrer`: with it a form's own POST says `Origin: null`, and is refused. */
const fixed = {
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": denied,
  "x-permitted-cross-domain-policies": "none",
  ...(process.env.APP_ORIGIN?.startsWith("https:") ? { "strict-transport-security": "max-age=63072000" } : {}),
};

/** Headers and the nonce, nothing else. Nothing is guarded here: every page and action checks for itself. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "no-store");
  for (const [name, value] of Object.entries(fixed)) response.headers.set(name, value);
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
    `connect-src 'self'${development ? " ws:" : ""}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
    // Markup and code are never made of strings; addresses of scripts go through instrumentation-client.ts.
    ...(development ? [] : ["require-trusted-types-for 'script'", "trusted-types default nextjs"]),
  ].join("; ");
}

/**
 * Bytes of evidence and packets stay outside: a body that passes through the proxy is cut at 10 MB without an error,
 * and a file's own policy would be overwritten by that of the pages.
 */
export const config = {
  matcher: [
    "/((?!_next/static|api/evidence/|api/imports|api/exports/|api/packets/|api/handovers/|api/first/|api/documents/|api/health|icon.svg).*)",
  ],
};
