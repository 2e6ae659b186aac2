import { answer, answering } from "@/app/api/evidence/answers";
import { requireSender } from "@/app/api/evidence/gate";
import { whileSignedIn } from "@/lib/auth/sessions/while-signed-in";
import { OffsetRefused } from "@/lib/evidence/exhibits/access";
import { placeByName } from "@/lib/operations/arrivals/place-by-name";
import { receiveArrivedFile } from "@/lib/operations/arrivals/receive-arrived-file";
import { t } from "@/lib/platform/language/translate";
import { keyOfDevice } from "../../gate";

type Context = RouteContext<"/offline/arrivals/[id]">;

/** Takes the sealed pieces of a file from number `x-from` on. What arrived is held when the line breaks. */
export function PUT(request: Request, { params }: Context): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    const { id: arrivalId } = await params;
    const from = Number(request.headers.get("x-from") ?? "1");
    if (!Number.isSafeInteger(from) || from < 1)
      return answer(400, { error: t("Say at which piece the file goes on.") });
    const body = whileSignedIn(ctx, request.body ?? new ReadableStream({ start: (stream) => stream.close() }));
    const privateKey = await keyOfDevice(ctx, request.headers.get("x-device"));
    const key = request.headers.get("x-key");
    try {
      await receiveArrivedFile(ctx, { arrivalId, privateKey, key, from, body, signal: request.signal });
      return answer(201, { state: await placeByName(ctx, arrivalId) });
    } catch (error) {
      if (error instanceof OffsetRefused) return answer(409, { error: error.message, held: error.held });
      throw error;
    }
  });
}
