import { readCtx } from "@/lib/auth/session";
import { receiveUpload } from "@/lib/evidence/receive-upload";
import { maxExhibitBytes } from "@/lib/evidence/rules";
import { answer, answering } from "../answers";
import { requireSender } from "../gate";

/**
 * Takes the bytes of an announced upload (`id` is the upload's) and answers with the receipt: 201, or 200 when they
 * came before. The body is streamed to the storage and never held in memory.
 */
export async function PUT(request: Request, { params }: RouteContext<"/api/evidence/[id]">): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    const { id: uploadId } = await params;
    const length = request.headers.get("content-length");
    if (length === null || !/^\d{1,15}$/.test(length)) return answer(411, { error: "Say how large the file is." });
    const size = Number(length);
    if (size > maxExhibitBytes) return answer(413, { error: "The file is larger than 512 MB." });
    const body = request.body ?? emptyBody();
    const sending = { uploadId, size, body, signal: request.signal };
    const { receipt, repeated } = await receiveUpload(ctx, sending, readCtx);
    return answer(repeated ? 200 : 201, receipt);
  });
}

/** A file of no bytes has no body. */
function emptyBody(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.close() });
}
