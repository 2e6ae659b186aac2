import type { NextRequest } from "next/server";
import { readings } from "@/app/api/packets/readings";
import { answering, notByHead, refuseElsewhere, sendFile } from "@/app/api/packets/send-file";
import { openFiles } from "@/lib/access/case-files";
import { readCtx } from "@/lib/auth/session";
import { openHandover } from "@/lib/handovers/open-handover";
import { findHandoverFile } from "@/lib/handovers/queries";
import { recordDownload } from "@/lib/handovers/record-download";
import { AppError } from "@/lib/platform/errors";

/** The file for the officer to whom it was given: `?read` shows it in the browser. Opened or downloaded, it is logged. */
export function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/handovers/[handoverId]/file">,
): Promise<Response> {
  return answering(async () => {
    refuseElsewhere(request);
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", "Sign in again.");
    const { handoverId } = await params;
    const place = await findHandoverFile(ctx, handoverId);
    const how = request.nextUrl.searchParams.has("read") ? "inline" : "attachment";
    const reading = `${ctx.actor.memberId} ${handoverId} ${how}`;
    if (readings.begins(request, reading)) {
      if (how === "inline") await openHandover(ctx, { handoverId, how: "file" });
      else await recordDownload(ctx, { handoverId });
      readings.note(reading);
    }
    const files = await openFiles(ctx, place.keyId);
    return sendFile(request, { ...place, files }, how);
  });
}

export const HEAD = notByHead;
