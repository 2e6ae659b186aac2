import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { landing } from "@/app/(auth)/landing";
import { authOptions } from "@/lib/auth/options";
import { finishSso, type Outcome } from "@/lib/auth/sso/finish-sso";
import { ssoId } from "@/lib/auth/sso/sso-options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The options are read at the first request, not when the module is built. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  // A ticket is sent, never followed: next-auth answers such a link with a fault.
  if (request.method === "GET" && nextauth[0] === "callback" && nextauth[1] !== ssoId) {
    return new Response(null, { status: 405, headers: { allow: "POST", "cache-control": "no-store" } });
  }
  const back = request.method === "GET" && nextauth.join("/") === `callback/${ssoId}`;
  const outcome = back ? await finishSso(request) : null;
  if (outcome) return new Response(null, { status: 303, headers: { location: await afterwards(outcome) } });
  return NextAuth(authOptions())(request, context);
}

/** Always a page of ours, and nothing in its address that the service said. */
async function afterwards(outcome: Outcome): Promise<string> {
  if (outcome === "signed_in") return landing();
  if (outcome === "refused") return "/sign-in/organisation";
  return `/account/security?sso=${outcome}`;
}

export { handler as GET, handler as POST };
