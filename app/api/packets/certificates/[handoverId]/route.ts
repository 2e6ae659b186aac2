import type { NextRequest } from "next/server";
import { sendPaper } from "@/app/api/packets/send-paper";
import { certifyHandover } from "@/lib/handover/handovers/commands/certify-handover";

/** The certificate of one handover, for the people of its case. */
export function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/packets/certificates/[handoverId]">,
): Promise<Response> {
  return sendPaper(request, async (ctx) => certifyHandover(ctx, await params));
}

export { notByHead as HEAD } from "../../send-file";
