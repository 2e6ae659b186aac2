import { slowClient } from "@/lib/auth/client-page/slow-client";
import { readFileProgress } from "@/lib/client/files/read-file-progress";
import { receiveClientFile } from "@/lib/client/files/receive-client-file";
import { OffsetRefused } from "@/lib/evidence/exhibits/access";
import { AppError } from "@/lib/platform/errors";
import { StorageError } from "@/lib/platform/storage/storage";
import { jsonAnswer } from "../../_page/answers";
import { onOwnPage } from "../../_page/read-page";

type Context = RouteContext<"/p/files/[id]">;

/** How much of a file is here, in bytes, so that its sender goes on from there: `{held, size}`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return onOwnPage(request, async ({ open }) => jsonAnswer(200, await readFileProgress(open.ctx, (await params).id)));
}

/**
 * Takes the rest of an announced file from `upload-offset`, in bytes. What arrives is held when the line breaks; 409
 * `{held}` when the file stops elsewhere.
 */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  return onOwnPage(request, async ({ open }) => {
    const offset = Number(request.headers.get("upload-offset") ?? "0");
    if (!Number.isSafeInteger(offset) || offset < 0) return jsonAnswer(400, {});
    if (!(await slowClient(open.pageId, "send"))) return jsonAnswer(429, {});
    const body = request.body ?? new ReadableStream({ start: (controller) => controller.close() });
    try {
      const { id: clientFileId } = await params;
      await receiveClientFile(open.ctx, { clientFileId, offset, body, signal: request.signal });
      return jsonAnswer(201, {});
    } catch (error) {
      if (error instanceof OffsetRefused) return jsonAnswer(409, { held: error.held });
      if (error instanceof StorageError) return jsonAnswer(error.fault === "too_large" ? 413 : 503, {});
      if (error instanceof AppError && error.code === "conflict") return jsonAnswer(409, { held: 0 });
      throw error;
    }
  });
}
