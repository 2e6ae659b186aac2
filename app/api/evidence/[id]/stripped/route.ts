import { openStripped } from "@/lib/evidence/copies/open-stripped";
import { handingOut, notByHead } from "../../copy-answer";

/** The picture of an exhibit redrawn without metadata, made at the first request. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/evidence/[id]/stripped">,
): Promise<Response> {
  const { id } = await params;
  return handingOut(request, (ctx) => openStripped(ctx, id));
}

export const HEAD = notByHead;
