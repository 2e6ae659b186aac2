import type { NextRequest } from "next/server";
import { readings } from "@/app/api/packets/readings";
import { closed, refuseElsewhere, sendFile } from "@/app/api/packets/send-file";
import { readCtx } from "@/lib/auth/sessions/session";
import { openHandover } from "@/lib/handover/handovers/commands/open-handover";
import { recordDeniedAccess } from "@/lib/handover/handovers/commands/record-denied-access";
import { recordDownload } from "@/lib/handover/handovers/commands/record-download";
import { findHandoverFile } from "@/lib/handover/handovers/queries";
import type { OfficerPart } from "@/lib/handover/handovers/types";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";

const closedMessage = t("This file is closed to you. The page of the packet says why, and what to do next.");

/** Streams one file of a handover to its officer. Opened or downloaded, it is logged with which file it was. */
export async function givePart(request: NextRequest, handoverId: string, part: OfficerPart): Promise<Response> {
  refuseElsewhere(request);
  const ctx = await readCtx();
  if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
  const asksToRead = request.nextUrl.searchParams.has("read");
  const place = await findHandoverFile(ctx, handoverId, part).catch((error) => turnAway(ctx, handoverId, error));
  // What is opened in a tab leads to the page that says why it is closed; a download ends with the words alone.
  if (place === "closed" && asksToRead) return seeOther(`/portal/${handoverId}`);
  if (place === "closed") throw new AppError("conflict", closedMessage);
  const reads = asksToRead && place.mime === "application/pdf";
  const reading = `${ctx.actor.memberId} ${handoverId} ${part} ${reads ? "inline" : "attachment"}`;
  if (readings.begins(request, reading)) {
    if (reads) await openHandover(ctx, { handoverId, how: "file", part });
    else await recordDownload(ctx, { handoverId, part });
    readings.note(reading);
  }
  const files = await openFiles(ctx, place.keyId);
  // A release may be revoked while the file is on its way.
  const stands = () => findHandoverFile(ctx, handoverId, part).then(() => true);
  return sendFile(request, { ...place, ctx, files, stands }, reads ? "inline" : "attachment");
}

/** Nothing is shown, and the attempt is noted. @throws AppError not_found for what is not theirs */
async function turnAway(ctx: Ctx, handoverId: string, error: unknown): Promise<"closed"> {
  if (!(error instanceof AppError)) throw error;
  if (isId(handoverId)) await recordDeniedAccess(ctx, { handoverId });
  if (error.code === "conflict") return "closed";
  throw error;
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { ...closed, location } });
}
