import { contentDisposition } from "@/lib/evidence/exhibits/rules";
import { exportStamp } from "@/lib/evidence/timestamps/export-stamp";
import { answering, inert } from "../../../answers";
import { requireTaker } from "../../../gate";

/** Returns a time stamp as its token (RFC 3161, DER), to be verified with `openssl ts -verify -token_in`. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/evidence/[id]/stamps/[stampId]">,
): Promise<Response> {
  return answering(async () => {
    const ctx = await requireTaker(request);
    const { id, stampId } = await params;
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
