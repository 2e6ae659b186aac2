import type { NextRequest } from "next/server";
import { wasRenewed } from "@/lib/auth/sessions/renew-token";
import { isSameOrigin, readCtx, sessionToken } from "@/lib/auth/sessions/session";
import { signOut } from "@/lib/auth/sessions/sign-out";
import { isCovered } from "@/lib/auth/step-up/cover";
import { ofFiles } from "@/lib/platform/network/headers";

const closed = ofFiles();

/**
 * Keeps the session of somebody who works in an open page alive, and says whose it is; 401 when it has ended, 423 when
 * it is covered, 409 when another tab gave it a new token while this was on its way.
 */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403, headers: closed });
  const ctx = await readCtx();
  if (!ctx) {
    const token = await sessionToken();
    return new Response(null, { status: token ? await closedReason(token) : 401, headers: closed });
  }
  return Response.json({ who: ctx.actor.memberId }, { headers: closed });
}

async function closedReason(token: Buffer): Promise<401 | 409 | 423> {
  if (await isCovered(token)) return 423;
  return (await wasRenewed(token)) ? 409 : 401;
}

/**
 * Ends the session: for a page that leaves, or locks, without waiting. `out`: somebody signed out, so nothing that waits
 * on this device can be opened any more, and the browser empties it.
 */
export async function DELETE(request: NextRequest): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403, headers: closed });
  const isOut = request.nextUrl.searchParams.has("out");
  await signOut(isOut ? "for good" : "for now");
  const cleared = isOut ? '"cache", "storage"' : '"cache"';
  return new Response(null, { status: 204, headers: { ...closed, "clear-site-data": cleared } });
}
