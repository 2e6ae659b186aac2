import type { NextRequest } from "next/server";
import { answering, notByHead } from "@/app/api/packets/send-file";
import { givePart } from "../give-part";

/** The file for the officer to whom it was given: `?read` shows it in the browser. Opened or downloaded, it is logged. */
export function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/handovers/[handoverId]/file">,
): Promise<Response> {
  return answering(async () => givePart(request, (await params).handoverId, "served"));
}

export const HEAD = notByHead;
