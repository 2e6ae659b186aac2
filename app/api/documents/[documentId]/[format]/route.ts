import type { NextRequest } from "next/server";
import { answering, closed, notByHead, refuseElsewhere } from "@/app/api/packets/send-file";
import { readCtx } from "@/lib/auth/sessions/session";
import { downloadDocument } from "@/lib/documents/papers/commands/download-document";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

const types = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

/** A paper as a file, `?version=2` an older one. Made on the spot, logged, and inert in the browser. */
export function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/documents/[documentId]/[format]">,
): Promise<Response> {
  return answering(async () => {
    refuseElsewhere(request);
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
    const { documentId, format } = await params;
    const version = request.nextUrl.searchParams.get("version") ?? undefined;
    const { draw, name } = await downloadDocument(ctx, { documentId, format, version });
    const bytes = await draw();
    return new Response(Buffer.from(bytes), {
      headers: {
        ...closed,
        "content-type": format === "docx" ? types.docx : types.pdf,
        "content-length": String(bytes.byteLength),
        "content-disposition": `attachment; filename="${name}"`,
      },
    });
  });
}

export const HEAD = notByHead;
