import { whileSignedIn } from "@/lib/auth/sessions/while-signed-in";
import { maxStillBytes } from "@/lib/evidence/recordings/rules";
import { takeStill } from "@/lib/evidence/recordings/take-still";
import { bytesOfStream } from "@/lib/platform/crypto/hash";
import { t } from "@/lib/platform/language/translate";
import { answer, answering } from "../../answers";
import { requireSender } from "../../gate";

/** Keeps a picture that the page drew from the film that it plays; `?at=` is the place in milliseconds. */
export async function POST(request: Request, { params }: RouteContext<"/api/evidence/[id]/stills">): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    const { id: exhibitId } = await params;
    const at = new URL(request.url).searchParams.get("at") ?? undefined;
    const size = Number(request.headers.get("content-length") ?? 0);
    if (size > maxStillBytes) return answer(413, { error: t("The picture is too large.") });
    const sent = request.body ? await bytesOfStream(whileSignedIn(ctx, request.body), size) : new Uint8Array(0);
    return answer(201, await takeStill(ctx, { exhibitId, at }, sent));
  });
}
