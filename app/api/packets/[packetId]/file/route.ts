import type { NextRequest } from "next/server";
import { openFiles } from "@/lib/access/case-files";
import { readCtx } from "@/lib/auth/session";
import { downloadPacket } from "@/lib/packets/download-packet";
import { findPacketFile } from "@/lib/packets/queries";
import { AppError } from "@/lib/platform/errors";
import { answering, isFirstPiece, sendFile } from "../../send-file";

/** The file of a packet for the people of its case: `?read` shows it in the browser. Logged either way. */
export function GET(request: NextRequest, { params }: RouteContext<"/api/packets/[packetId]/file">): Promise<Response> {
  return answering(async () => {
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", "Sign in again.");
    const { packetId } = await params;
    const place = isFirstPiece(request) ? await downloadPacket(ctx, { packetId }) : await findPacketFile(ctx, packetId);
    const files = await openFiles(ctx, place.keyId);
    return sendFile(request, { ...place, files }, request.nextUrl.searchParams.has("read") ? "inline" : "attachment");
  });
}
