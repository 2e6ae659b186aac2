import { whileSignedIn } from "@/lib/auth/sessions/while-signed-in";
import { noteHandling } from "@/lib/evidence/exhibits/commands/note-handling";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { contentDisposition, downloadName } from "@/lib/evidence/exhibits/rules";
import { quarantinedName } from "@/lib/evidence/scans/rules";
import { parseRange } from "@/lib/platform/storage/range";
import { answering, inert } from "../../answers";
import { requireTaker } from "../../gate";

/** Hands out the original bytes as a download, whole or in part; the ledger has it before the first byte leaves. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/evidence/[id]/original">,
): Promise<Response> {
  return answering(async () => {
    const ctx = await requireTaker(request);
    const { id } = await params;
    const original = await readOriginal(ctx, id);
    const { number, originalName, sha256, size } = original;
    const range = parseRange(request.headers.get("range"), size);
    if (range === "unsatisfiable") {
      return new Response(null, { status: 416, headers: { ...inert, "content-range": `bytes */${size}` } });
    }
    const { letOut } = await noteHandling(ctx, { exhibitId: id, handling: range ? "downloaded_part" : "downloaded" });
    const { part } = await openOriginal(ctx, original);
    const { stream, start, length } = await part(range ?? undefined);
    const name = downloadName(number, originalName);
    const headers = {
      ...inert,
      "accept-ranges": "bytes",
      "content-disposition": contentDisposition(letOut ? quarantinedName(name) : name),
      "content-length": String(length),
      "content-type": "application/octet-stream",
      etag: `"${sha256}"`,
      ...(range ? { "content-range": `bytes ${start}-${start + length - 1}/${size}` } : {}),
    };
    return new Response(whileSignedIn(ctx, stream), { status: range ? 206 : 200, headers });
  });
}

/** Without this, Next would run GET for HEAD: a ledger line for a copy that nobody made. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { ...inert, allow: "GET" } });
}
