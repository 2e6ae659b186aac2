import { drawReveal } from "@/lib/evidence/exposure/draw-reveal";
import { answering, inert } from "../../answers";
import { requireSender } from "../../gate";

/**
 * Reveals an exhibit: a POST, because each reveal is an act that the ledger keeps. `?page=` counts from 1, `?copy=`
 * names a masked copy. Answers with a picture that we drew.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/evidence/[id]/preview">,
): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    const { id } = await params;
    const asked = new URL(request.url).searchParams;
    const page = asked.get("page") ?? undefined;
    const derivativeId = asked.get("copy") ?? undefined;
    const { bytes, format } = await drawReveal(ctx, { exhibitId: id, page, derivativeId });
    return new Response(new Uint8Array(bytes), { headers: { ...inert, "content-type": `image/${format}` } });
  });
}
