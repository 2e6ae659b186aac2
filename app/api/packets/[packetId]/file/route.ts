import type { NextRequest } from "next/server";
import { openFiles } from "@/lib/access/case-files";
import { readCtx } from "@/lib/auth/session";
import { downloadPacket } from "@/lib/packets/download-packet";
import { findPacketFile } from "@/lib/packets/queries";
import { AppError } from "@/lib/platform/errors";
import { readings } from "../../readings";
import { answering, notByHead, refuseElsewhere, sendFile } from "../../send-file";

/** The file of a packet for the people of its case: `?read` shows it in the browser. Logged either way. */
export function GET(request: NextRequest, { params }: RouteContext<"/api/packets/[packetId]/file">): Promise<Response> {
  return answering(async () => {
    refuseElsewhere(request);
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", "Sign in again.");
    const { packetId } = await params;
    const how = request.nextUrl.searchParams.has("read") ? "inline" : "attachment";
    const reading = `${ctx.actor.memberId} ${packetId} ${how}`;
    const begins = readings.begins(request, reading);
    const place = begins ? await downloadPacket(ctx, { packetId }) : await findPacketFile(ctx, packetId);
    if (begins) readings.note(reading);
    const files = await openFiles(ctx, place.keyId);
    return sendFile(request, { ...place, files }, how);
  });
}

export const HEAD = notByHead;
