import { readCtx } from "@/lib/auth/sessions/session";
import { whileSignedIn } from "@/lib/auth/sessions/while-signed-in";
import { OffsetRefused } from "@/lib/evidence/exhibits/access";
import { receiveUpload } from "@/lib/evidence/exhibits/receive-upload";
import { maxExhibitBytes } from "@/lib/evidence/exhibits/rules";
import { uploadProgress } from "@/lib/evidence/exhibits/upload-progress";
import { t } from "@/lib/platform/language/translate";
import { answer, answering } from "../answers";
import { requireReader, requireSender } from "../gate";

type Context = RouteContext<"/api/evidence/[id]">;

/** How much of an announced upload is held, in bytes, so that its sender goes on from there: `{held, size, receipt}`. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return answering(async () => answer(200, await uploadProgress(await requireReader(), (await params).id)));
}

/**
 * Takes the bytes of an announced upload (`id` is the upload's) and answers with the receipt: 201, or 200 when they
 * came before. With `upload-offset` the body is the rest from there, and what arrives is held when the line breaks;
 * 409 `{held}` when the file stops elsewhere. The body is streamed to the storage and never held in memory.
 */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    const { id: uploadId } = await params;
    const size = wholeNumber(request.headers.get("content-length"));
    if (size === null) return answer(411, { error: t("Say how large the file is.") });
    const message = request.headers.get("upload-offset");
    const offset = wholeNumber(message);
    if (message !== null && offset === null) return answer(400, { error: t("Say in bytes where the file goes on.") });
    if (size + (offset ?? 0) > maxExhibitBytes) return answer(413, { error: t("The file is larger than 512 MB.") });
    const body = whileSignedIn(ctx, request.body ?? emptyBody());
    const { signal } = request;
    const sending = { uploadId, size, body, freesChunks: true, signal, offset: offset ?? undefined };
    try {
      const { receipt, repeated } = await receiveUpload(ctx, sending, readCtx);
      return answer(repeated ? 200 : 201, receipt);
    } catch (error) {
      if (error instanceof OffsetRefused) return answer(409, { error: error.message, held: error.held });
      throw error;
    }
  });
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** A file of no bytes has no body. */
function emptyBody(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.close() });
}
