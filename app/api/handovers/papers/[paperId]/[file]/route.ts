import type { NextRequest } from "next/server";
import { sendPaper } from "@/app/api/packets/send-paper";
import { takeOwnPaper } from "@/lib/handover/papers/commands/take-own-paper";

/** The certificate or receipt of a handover, or its signature, for the officer whom it is about. */
export function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/handovers/papers/[paperId]/[file]">,
): Promise<Response> {
  return sendPaper(request, async (ctx) => takeOwnPaper(ctx, await params));
}

export { notByHead as HEAD } from "../../../../packets/send-file";
