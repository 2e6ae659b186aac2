import { whileSignedIn } from "@/lib/auth/sessions/while-signed-in";
import type { OpenedCopy } from "@/lib/evidence/copies/types";
import { contentDisposition } from "@/lib/evidence/exhibits/rules";
import { answering, inert } from "./answers";
import { requireTaker } from "./gate";

type Asks = (ctx: Awaited<ReturnType<typeof requireTaker>>) => Promise<OpenedCopy>;

/** Hands out a copy that we made as a download; `open` has written it in the ledger before the first byte leaves. */
export function handingOut(request: Request, open: Asks): Promise<Response> {
  return answering(async () => {
    const ctx = await requireTaker(request);
    const { stream, length, name, sha256 } = await open(ctx);
    const headers = {
      ...inert,
      "content-disposition": contentDisposition(name),
      "content-length": String(length),
      "content-type": "application/octet-stream",
      etag: `"${sha256}"`,
    };
    return new Response(whileSignedIn(ctx, stream), { headers });
  });
}

/** Without their own HEAD, Next would run GET for it: a ledger line for a copy that nobody made. */
export function notByHead(): Response {
  return new Response(null, { status: 405, headers: { ...inert, allow: "GET" } });
}
