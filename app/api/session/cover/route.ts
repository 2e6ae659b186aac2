import type { NextRequest } from "next/server";
import { isSameOrigin } from "@/lib/auth/sessions/session";
import { coverSession } from "@/lib/auth/step-up/cover";
import { ofFiles } from "@/lib/platform/network/headers";

/** Hides the session for a page that is covered: from now on it reads nothing. 401 when it has ended. */
export async function POST(request: NextRequest): Promise<Response> {
  const headers = ofFiles();
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403, headers });
  return new Response(null, { status: (await coverSession()) ? 204 : 401, headers });
}
