import type { NextRequest } from "next/server";
import { answering, closed, notByHead, refuseElsewhere, sendFile } from "@/app/api/packets/send-file";
import { openFiles } from "@/lib/access/case-files";
import { readCtx } from "@/lib/auth/session";
import { takeExport } from "@/lib/exports/take-export";
import { AppError } from "@/lib/platform/errors";

/** A complete folder, to whoever asked for it. The log has it before the first byte leaves. */
export function GET(request: NextRequest, { params }: RouteContext<"/api/exports/[exportId]">): Promise<Response> {
  return answering(async () => {
    refuseElsewhere(request);
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", "Sign in again.");
    const { keyId, fileId, name } = await takeExport(ctx, { exportId: (await params).exportId });
    const files = await openFiles(ctx, keyId);
    const answer = await sendFile(request, { ctx, files, fileId, name, mime: "application/zip" }, "attachment");
    for (const [key, value] of Object.entries(closed)) answer.headers.set(key, value);
    return answer;
  });
}

export const HEAD = notByHead;
