import type { NextRequest } from "next/server";
import { answering, closed, refuseElsewhere } from "@/app/api/packets/send-file";
import { readCtx } from "@/lib/auth/session";
import { printReceipt } from "@/lib/dispatches/print-receipt";
import { AppError } from "@/lib/platform/errors";

/** The receipt slip of a version, made on the spot and logged. */
export function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/packets/[packetId]/receipt">,
): Promise<Response> {
  return answering(async () => {
    refuseElsewhere(request);
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", "Sign in again.");
    const { bytes, name } = await printReceipt(ctx, await params);
    return new Response(Buffer.from(bytes), {
      headers: {
        ...closed,
        "content-type": "application/pdf",
        "content-length": String(bytes.byteLength),
        "content-disposition": `attachment; filename="${name}"`,
        "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      },
    });
  });
}

export { notByHead as HEAD } from "../../send-file";
