import { readCtx } from "@/lib/auth/sessions/session";
import { may } from "@/lib/kernel/access/roles";
import { readPicture } from "@/lib/operations/guide/read-picture";
import { inertPolicy, ofFiles } from "@/lib/platform/network/headers";

const closed = { ...ofFiles(), "content-security-policy": inertPolicy };

/** A picture of the guide, for whoever may read the guide. */
export async function GET(_request: Request, { params }: RouteContext<"/guide/pictures/[name]">): Promise<Response> {
  const ctx = await readCtx();
  if (!ctx || !may(ctx.actor, "guide.read")) return new Response(null, { status: 401, headers: closed });
  const bytes = readPicture((await params).name);
  if (!bytes) return new Response(null, { status: 404, headers: closed });
  return new Response(new Uint8Array(bytes), { headers: { ...closed, "content-type": "image/png" } });
}
