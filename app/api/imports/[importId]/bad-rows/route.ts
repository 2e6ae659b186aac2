import type { NextRequest } from "next/server";
import { answering, closed, notByHead, refuseElsewhere } from "@/app/api/packets/send-file";
import { readCtx } from "@/lib/auth/sessions/session";
import { takeBadRows } from "@/lib/operations/imports/commands/take-bad-rows";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** The rows of a list that need correction, as a CSV. Logged, and inert in the browser. */
export function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/imports/[importId]/bad-rows">,
): Promise<Response> {
  return answering(async () => {
    refuseElsewhere(request);
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
    const { csv, name } = await takeBadRows(ctx, { importId: (await params).importId });
    return new Response(csv, {
      headers: {
        ...closed,
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${name}"`,
      },
    });
  });
}

export const HEAD = notByHead;
