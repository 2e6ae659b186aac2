import type { NextRequest } from "next/server";
import { answering } from "../../../send-file";
import { sendPart } from "../../../send-part";

/** One file of a packet for the people of its case: `?read` shows a PDF in the browser. Logged either way. */
export function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/packets/[packetId]/parts/[part]">,
): Promise<Response> {
  return answering(async () => sendPart(request, await params));
}

export { notByHead as HEAD } from "../../../send-file";
