import { answer } from "@/app/api/evidence/answers";
import { whileSignedIn } from "@/lib/auth/sessions/while-signed-in";
import { requireOwnPart } from "@/lib/evidence/captures/queries";
import { receiveUpload } from "@/lib/evidence/exhibits/receive-upload";
import { maxExhibitBytes } from "@/lib/evidence/exhibits/rules";
import { t } from "@/lib/platform/language/translate";
import { forExtension, openPairing, preflight, requirePairing } from "../door";

export const OPTIONS = preflight;

/** Takes the bytes of one part of a capture and answers with the receipt: 201, or 200 when they came before. */
export function PUT(request: Request, { params }: RouteContext<"/api/capture/[id]">): Promise<Response> {
  return forExtension(request, async () => {
    const { ctx } = await requirePairing(request);
    const { id: uploadId } = await params;
    const length = request.headers.get("content-length");
    if (length === null || !/^\d{1,15}$/.test(length)) return answer(411, { error: t("Say how large the file is.") });
    const size = Number(length);
    if (size > maxExhibitBytes) return answer(413, { error: t("The file is larger than 512 MB.") });
    await requireOwnPart(ctx, uploadId);
    const body = whileSignedIn(ctx, request.body ?? new Blob([]).stream());
    const sending = { uploadId, size, body, freesChunks: true, signal: request.signal };
    const again = async () => (await openPairing(request))?.ctx ?? null;
    const { receipt, repeated } = await receiveUpload(ctx, sending, again);
    return answer(repeated ? 200 : 201, receipt);
  });
}
