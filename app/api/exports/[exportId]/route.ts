import type { NextRequest } from "next/server";
import { answering, closed, sendFile } from "@/app/api/packets/send-file";
import { isSameOrigin, readCtx } from "@/lib/auth/sessions/session";
import { openFiles } from "@/lib/kernel/access/case-files";
import { takeExport } from "@/lib/operations/exports/take-export";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** An export, for its requester, only from its own page. It is logged before the first byte is sent. */
export function POST(request: NextRequest, { params }: RouteContext<"/api/exports/[exportId]">): Promise<Response> {
  return answering(async () => {
    if (!isSameOrigin(request.headers)) throw new AppError("not_found", t("Download it from its own page."));
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
    const { keyId, fileId, name } = await takeExport(ctx, { exportId: (await params).exportId });
    const files = await openFiles(ctx, keyId);
    const answer = await sendFile(request, { ctx, files, fileId, name, mime: "application/zip" }, "attachment");
    for (const [key, value] of Object.entries(closed)) answer.headers.set(key, value);
    return answer;
  });
}
