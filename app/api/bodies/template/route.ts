import type { NextRequest } from "next/server";
import { answering, closed, notByHead, refuseElsewhere } from "@/app/api/packets/send-file";
import { readCtx } from "@/lib/auth/sessions/session";
import { makeTemplate } from "@/lib/organisation/bodies/imports/queries";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** The empty list that an import of bodies understands as it is. */
export function GET(request: NextRequest): Promise<Response> {
  return answering(async () => {
    refuseElsewhere(request);
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
    return new Response(await makeTemplate(ctx), {
      headers: {
        ...closed,
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="bodies.csv"',
      },
    });
  });
}

export const HEAD = notByHead;
