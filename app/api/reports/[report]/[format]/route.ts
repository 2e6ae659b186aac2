import type { NextRequest } from "next/server";
import { answering, closed, notByHead, refuseElsewhere } from "@/app/api/packets/send-file";
import { readCtx } from "@/lib/auth/sessions/session";
import { exportReport } from "@/lib/oversight/reports/export-report";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
} as const;

/** A report as a file, under the filter of the page's address. Logged, and inert in the browser. */
export function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/reports/[report]/[format]">,
): Promise<Response> {
  return answering(async () => {
    refuseElsewhere(request);
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
    const { report, format } = await params;
    const asked = Object.fromEntries(request.nextUrl.searchParams);
    const { draw, name } = await exportReport(ctx, { ...asked, report, format });
    const bytes = await draw();
    return new Response(Buffer.from(bytes), {
      headers: {
        ...closed,
        "content-type": types[format as keyof typeof types],
        "content-length": String(bytes.byteLength),
        "content-disposition": `attachment; filename="${name}"`,
      },
    });
  });
}

export const HEAD = notByHead;
