import type { NextRequest } from "next/server";
import { isSameOrigin, readCtx } from "@/lib/auth/sessions/session";
import { makeTextKey, openTextKey } from "@/lib/auth/sessions/text-key";
import { ofFiles } from "@/lib/platform/network/headers";

/**
 * A new key for what is typed on an open page, or with `wrapped` the one that it was sealed under: 404 for somebody
 * else's. A covered session gets neither.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const headers = ofFiles();
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403, headers });
  const ctx = await readCtx();
  if (!ctx) return new Response(null, { status: 401, headers });
  const { wrapped } = ((await request.json().catch(() => null)) ?? {}) as { wrapped?: unknown };
  if (wrapped === undefined) return Response.json(makeTextKey(ctx), { headers });
  const key = typeof wrapped === "string" ? openTextKey(ctx, wrapped) : null;
  return key ? Response.json({ key }, { headers }) : new Response(null, { status: 404, headers });
}
