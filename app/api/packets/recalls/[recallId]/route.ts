import type { NextRequest } from "next/server";
import { sendPaper } from "@/app/api/packets/send-paper";
import { printRecall } from "@/lib/handover/recalls/print-recall";

/** The letter that asks for a copy back. */
export function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/packets/recalls/[recallId]">,
): Promise<Response> {
  return sendPaper(request, async (ctx) => printRecall(ctx, await params));
}

export { notByHead as HEAD } from "../../send-file";
