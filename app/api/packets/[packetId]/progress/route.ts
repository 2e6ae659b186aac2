import type { NextRequest } from "next/server";
import { readCtx } from "@/lib/auth/sessions/session";
import { readProgress } from "@/lib/packets/packets/queries";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { answering, closed } from "../../send-file";

/** How far the building of a packet is, for the page that waits for it. */
export function GET(
  _request: NextRequest,
  { params }: RouteContext<"/api/packets/[packetId]/progress">,
): Promise<Response> {
  return answering(async () => {
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
    const progress = await readProgress(ctx, (await params).packetId);
    return Response.json(progress, { headers: closed });
  });
}
