import type { NextRequest } from "next/server";
import { closed, sendFile } from "@/app/api/packets/send-file";
import { ctxFromFirstLink, type OpenFirstLink } from "@/lib/auth/first-contact/ctx-from-first-link";
import { firstKeys } from "@/lib/auth/first-contact/first-keys";
import { isSameOrigin } from "@/lib/auth/sessions/session";
import { whileSignedIn } from "@/lib/auth/sessions/while-signed-in";
import { takeFirstFile } from "@/lib/handover/first-contact/commands/take-first-file";
import { findHandoverFile, getHandover } from "@/lib/handover/handovers/queries";
import { isForOfficers } from "@/lib/handover/handovers/rules";
import type { OfficerPart } from "@/lib/handover/handovers/types";
import { openFiles } from "@/lib/kernel/access/case-files";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { zipStream } from "@/lib/platform/zip/zip-stream";

/**
 * One file of an open link, or all of them as one .zip. A POST from its own page, and nothing else, uses up a download.
 * Whatever is closed leads back to the page, which says why.
 */
export async function POST(
  request: NextRequest,
  { params }: RouteContext<"/api/first/[secret]/[part]">,
): Promise<Response> {
  const { secret, part } = await params;
  const back = new Response(null, { status: 303, headers: { ...closed, location: `/first/${secret}` } });
  if (!isSameOrigin(request.headers)) return back;
  const keys = await firstKeys(secret);
  const open = keys ? await ctxFromFirstLink(keys) : null;
  if (!open) return back;
  try {
    return (await (part === "folder" ? sendAll(open) : sendOne(open, part))) ?? back;
  } catch (error) {
    if (error instanceof AppError) return back;
    throw error;
  }
}

/** Whole, always: a piece of a file would use up a download like the file. */
async function sendOne({ ctx, handoverId }: OpenFirstLink, part: string): Promise<Response | null> {
  if (!isForOfficers(part) || part === "annex") return null;
  const files = await openFiles(ctx, (await findHandoverFile(ctx, handoverId, part)).keyId);
  const taken = await takeFirstFile(ctx, { handoverId, part });
  if (!taken?.file) return null;
  return sendFile(new Request("http://localhost/"), { ...taken.file, ctx, files }, "attachment");
}

async function sendAll({ ctx, handoverId }: OpenFirstLink): Promise<Response | null> {
  const packet = await getHandover(ctx, handoverId);
  const parts = packet.parts.map((part) => part.part).filter((part) => part !== "annex");
  const entries = await Promise.all(parts.map((part) => entryOf({ ctx, handoverId }, part)));
  const taken = await takeFirstFile(ctx, { handoverId, part: "folder" });
  if (!taken) return null;
  const { stream, size } = zipStream(entries, ctx.now);
  return new Response(whileSignedIn(ctx, stream), {
    headers: {
      "content-type": "application/zip",
      "content-length": String(size),
      "content-disposition": `attachment; filename="${packet.code}-v${packet.version}.zip"`,
      ...closed,
    },
  });
}

async function entryOf({ ctx, handoverId }: Pick<OpenFirstLink, "ctx" | "handoverId">, part: OfficerPart) {
  const place = await findHandoverFile(ctx, handoverId, part);
  const files = await openFiles(ctx, place.keyId);
  const found = await files.stat(place.fileId);
  if (!found) throw new AppError("not_found", t("No such file."));
  return { name: place.name, size: found.size, open: async () => (await files.open(place.fileId)).stream };
}
