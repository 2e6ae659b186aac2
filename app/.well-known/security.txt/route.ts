import { env } from "@/lib/platform/env";
import { securityText } from "@/lib/platform/network/security-text";

/**
 * Where to report a vulnerability (RFC 9116), as configured by the operator. Without the setting there is no such file.
 */
export function GET(): Response {
  const { SECURITY_CONTACT, APP_ORIGIN } = env();
  if (!SECURITY_CONTACT) return new Response(null, { status: 404 });
  const body = securityText({ contact: SECURITY_CONTACT, origin: APP_ORIGIN, now: new Date() });
  return new Response(body, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
