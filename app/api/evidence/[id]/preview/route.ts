import { drawPreview } from "@/lib/evidence/draw-preview";
import { answering, inert } from "../../answers";
import { requireSender } from "../../gate";

/** Reveals an exhibit: a POST, because each reveal is an act that the ledger keeps. Answers with a picture drawn again. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/evidence/[id]/preview">,
): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    const { id } = await params;
    const { bytes, format } = await drawPreview(ctx, { exhibitId: id });
    return new Response(new Uint8Array(bytes), { headers: { ...inert, "content-type": `image/${format}` } });
  });
}
