import type { NextRequest } from "next/server";
import { readings } from "@/app/api/packets/readings";
import { refuseElsewhere, sendFile } from "@/app/api/packets/send-file";
import { openFiles } from "@/lib/access/case-files";
import { readCtx } from "@/lib/auth/session";
import { openHandover } from "@/lib/handovers/open-handover";
import { findHandoverFile } from "@/lib/handovers/queries";
import { recordDownload } from "@/lib/handovers/record-download";
import type { OfficerPart } from "@/lib/handovers/types";
import { AppError } from "@/lib/platform/errors";

/** Streams one file of a handover to its officer. Opened or downloaded, it is logged with which file it was. */
export async function givePart(request: NextRequest, handoverId: string, part: OfficerPart): Promise<Response> {
  refuseElsewhere(request);
  const ctx = await readCtx();
  if (!ctx) throw new AppError("unauthenticated", "Sign in again.");
  const place = await findHandoverFile(ctx, handoverId, part);
  const reads = request.nextUrl.searchParams.has("read") && place.mime === "application/pdf";
  const reading = `${ctx.actor.memberId} ${handoverId} ${part} ${reads ? "inline" : "attachment"}`;
  if (readings.begins(request, reading)) {
    if (reads) await openHandover(ctx, { handoverId, how: "file", part });
    else await recordDownload(ctx, { handoverId, part });
    readings.note(reading);
  }
  const files = await openFiles(ctx, place.keyId);
  return sendFile(request, { ...place, files }, reads ? "inline" : "attachment");
}
