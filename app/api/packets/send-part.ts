import type { NextRequest } from "next/server";
import { readCtx } from "@/lib/auth/sessions/session";
import { openFiles } from "@/lib/kernel/access/case-files";
import { downloadPacket } from "@/lib/packets/packets/commands/download-packet";
import { findPacketFile } from "@/lib/packets/packets/queries";
import { isPart } from "@/lib/packets/packets/rules";
import type { PacketPartKey } from "@/lib/packets/packets/types";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { readings } from "./readings";
import { refuseElsewhere, sendFile } from "./send-file";

/**
 * Streams one file of a packet. The first range of a read is logged; further ranges of the viewer are not.
 * @throws AppError unauthenticated, not_found; conflict while its case is stopped
 */
export async function sendPart(request: NextRequest, asked: { packetId: string; part: string }): Promise<Response> {
  refuseElsewhere(request);
  const ctx = await readCtx();
  if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
  const { packetId } = asked;
  const part = partOf(asked.part);
  const how = request.nextUrl.searchParams.has("read") ? "inline" : "attachment";
  const reading = `${ctx.actor.memberId} ${packetId} ${part} ${how}`;
  const begins = readings.begins(request, reading);
  const place = begins ? await downloadPacket(ctx, { packetId, part }) : await findPacketFile(ctx, packetId, part);
  if (begins) readings.note(reading);
  return sendFile(request, { ...place, ctx, files: await openFiles(ctx, place.keyId) }, how);
}

function partOf(text: string): PacketPartKey {
  if (!isPart(text)) throw new AppError("not_found", t("A packet has no such file."));
  return text;
}
