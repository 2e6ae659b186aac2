import type { NextRequest } from "next/server";
import { readState } from "@/app/(work)/cases/[caseId]/timeline/address";
import { openWords } from "@/app/(work)/typed-query";
import { answering, closed, notByHead, refuseElsewhere } from "@/app/api/packets/send-file";
import { readCtx } from "@/lib/auth/sessions/session";
import { exportTimeline } from "@/lib/oversight/timeline/export-timeline";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

type Context = RouteContext<"/api/cases/[caseId]/timeline/[format]">;

/** The timeline of a case under the filter of the page's own address, as CSV or XLSX. Logged, and inert in the browser. */
export function GET(request: NextRequest, { params }: Context): Promise<Response> {
  return answering(async () => {
    refuseElsewhere(request);
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
    const { caseId, format } = await params;
    const state = readState(Object.fromEntries(request.nextUrl.searchParams));
    const words = await openWords(ctx, state.mark);
    if (words.lost)
      throw new AppError("conflict", t("The words that you searched for are no longer known. Search again."));
    const filter = { ...state.filter, words: words.text ?? undefined };
    const { bytes, name } = await exportTimeline(ctx, { caseId, format, filter });
    return new Response(Buffer.from(bytes), {
      headers: {
        ...closed,
        "content-type": types[format as keyof typeof types],
        "content-disposition": `attachment; filename="${name}"`,
      },
    });
  });
}

export const HEAD = notByHead;
