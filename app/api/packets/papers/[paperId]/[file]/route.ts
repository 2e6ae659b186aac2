import type { NextRequest } from "next/server";
import { sendPaper } from "@/app/api/packets/send-paper";
import { takePaper } from "@/lib/handover/papers/commands/take-paper";

/** A signed certificate, receipt or receipt slip: the PDF (`pdf`) or its signature (`p7s`), for the people of its case. */
export function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/packets/papers/[paperId]/[file]">,
): Promise<Response> {
  return sendPaper(request, async (ctx) => takePaper(ctx, await params));
}

export { notByHead as HEAD } from "../../../send-file";
