import type { NextRequest } from "next/server";
import { landing } from "@/app/(auth)/landing";
import { finishSso, type Outcome } from "@/lib/auth/sso/finish-sso";
import { ssoId } from "@/lib/auth/sso/sso-options";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * The one URL where next-auth can be reached from outside: the return from the sign-in service. All other endpoints of
 * the library (its pages, its session, its own sign-out, which bypasses ours) are called internally (`askNextAuth`), so
 * here they are not found.
 */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const outcome = nextauth.join("/") === `callback/${ssoId}` ? await finishSso(request) : null;
  if (!outcome) return notFound();
  return new Response(null, { status: 303, headers: { location: await afterwards(outcome) } });
}

export function POST(_request: NextRequest, _context: Context): Response {
  return notFound();
}

const notFound = (): Response => new Response(null, { status: 404, headers: { "cache-control": "no-store" } });

/** Always one of our pages, and nothing from the service in its URL. */
async function afterwards(outcome: Outcome): Promise<string> {
  if (outcome === "signed_in") return landing();
  if (outcome === "refused") return "/sign-in/organisation";
  return `/account/security?sso=${outcome}`;
}
