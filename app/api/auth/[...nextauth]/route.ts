import type { NextRequest } from "next/server";
import { landing } from "@/app/(auth)/landing";
import { finishSso, type Outcome } from "@/lib/auth/sso/finish-sso";
import { ssoId } from "@/lib/auth/sso/sso-options";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * The one address under which next-auth is reached from outside: where the sign-in service sends people back to. All else
 * that the library would answer (its pages, its session, its own way of signing out, which knows nothing of ours) is
 * asked from within (`askNextAuth`), so here it is not found.
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

/** Always a page of ours, and nothing in its address that the service said. */
async function afterwards(outcome: Outcome): Promise<string> {
  if (outcome === "signed_in") return landing();
  if (outcome === "refused") return "/sign-in/organisation";
  return `/account/security?sso=${outcome}`;
}
