import type { NextRequest } from "next/server";
import { readCtx } from "@/lib/auth/sessions/session";
import { whileSignedIn } from "@/lib/auth/sessions/while-signed-in";
import { downloadFolder } from "@/lib/packets/packets/commands/download-folder";
import { type FolderFile, readFolder } from "@/lib/packets/packets/read-folder";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { zipStream } from "@/lib/platform/zip/zip-stream";
import { answering, closed, refuseElsewhere } from "../../send-file";

/** Everything that travels, as one .zip that is made while it is sent. The sealed annex is not in it. Logged. */
export function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/packets/[packetId]/folder">,
): Promise<Response> {
  return answering(async () => {
    refuseElsewhere(request);
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
    const { packetId } = await params;
    const { name } = await downloadFolder(ctx, { packetId });
    const files: FolderFile[] = [];
    for await (const file of readFolder(ctx, { packetId })) files.push(file);
    const { stream, size } = zipStream(files, ctx.now);
    return new Response(whileSignedIn(ctx, stream), {
      headers: {
        "content-type": "application/zip",
        "content-length": String(size),
        "content-disposition": `attachment; filename="${name}.zip"`,
        ...closed,
      },
    });
  });
}

export { notByHead as HEAD } from "../../send-file";
