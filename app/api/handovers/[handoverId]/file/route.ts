import type { NextRequest } from "next/server";
import { answering, isFirstPiece, sendFile } from "@/app/api/packets/send-file";
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
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", "Sign in again.");
    const { handoverId } = await params;
    const place = await findHandoverFile(ctx, handoverId);
    const reading = request.nextUrl.searchParams.has("read");
    if (isFirstPiece(request)) {
      if (reading) await openHandover(ctx, { handoverId, how: "file" });
      else await recordDownload(ctx, { handoverId });
    }
    const files = await openFiles(ctx, place.keyId);
    return sendFile(request, { ...place, files }, reading ? "inline" : "attachment");
  });
}
