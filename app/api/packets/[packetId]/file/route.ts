import type { NextRequest } from "next/server";
import { answering } from "../../send-file";
import { sendPart } from "../../send-part";

/** The served part of a packet for the people of its case: `?read` shows it in the browser. Logged either way. */
export function GET(request: NextRequest, { params }: RouteContext<"/api/packets/[packetId]/file">): Promise<Response> {
  return answering(async () => sendPart(request, { ...(await params), part: "served" }));
}

export { notByHead as HEAD } from "../../send-file";
