import { contentDisposition } from "@/lib/evidence/rules";
import { exportStamp } from "@/lib/timestamps/export-stamp";
import { answer, answering, inert } from "../../../answers";
import { requireReader } from "../../../gate";

/** Hands out a time stamp as its token (RFC 3161, DER), for whoever checks it with `openssl ts -verify -token_in`. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/evidence/[id]/stamps/[stampId]">,
): Promise<Response> {
  return answering(async () => {
    const ctx = await requireReader();
    const { id, stampId } = await params;
    if (request.headers.get("sec-fetch-site") === "cross-site") return answer(403, { error: "Open it from its page." });
    const { token, fileName } = await exportStamp(ctx, { exhibitId: id, stampId });
    const headers = {
      ...inert,
      "content-disposition": contentDisposition(fileName),
      "content-length": String(token.byteLength),
      "content-type": "application/octet-stream",
    };
    return new Response(new Uint8Array(token), { headers });
  });
}

/** Without this, Next would run GET for HEAD: a line in the log for a copy that nobody made. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { ...inert, allow: "GET" } });
}
