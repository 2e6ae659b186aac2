import { openMasked } from "@/lib/evidence/copies/open-masked";
import { handingOut, notByHead } from "../../copy-answer";

/** A masked copy of a page: `?page=` counts from 1, `?version=` too. */
export async function GET(request: Request, { params }: RouteContext<"/api/evidence/[id]/masked">): Promise<Response> {
  const { id } = await params;
  const asked = new URL(request.url).searchParams;
  const page = Number(asked.get("page"));
  const version = Number(asked.get("version"));
  return handingOut(request, (ctx) => openMasked(ctx, id, { page, version }));
}

export const HEAD = notByHead;
