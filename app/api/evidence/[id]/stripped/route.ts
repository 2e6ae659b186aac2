import { openStripped } from "@/lib/evidence/copies/open-stripped";
import { handingOut, notByHead } from "../../copy-answer";

/** The picture of an exhibit rendered again without metadata, made when it is asked for the first time. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/evidence/[id]/stripped">,
): Promise<Response> {
  const { id } = await params;
  return handingOut(request, (ctx) => openStripped(ctx, id));
}

export const HEAD = notByHead;
