import type { NextRequest } from "next/server";
import { sendPaper } from "@/app/api/packets/send-paper";
import { printReceipt } from "@/lib/handover/dispatches/print-receipt";

/** The receipt slip of a version. */
export function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/packets/[packetId]/receipt">,
): Promise<Response> {
  return sendPaper(request, async (ctx) => printReceipt(ctx, await params));
}

export { notByHead as HEAD } from "../../send-file";
