import { readCtx } from "@/lib/auth/sessions/session";
import { whileSignedIn } from "@/lib/auth/sessions/while-signed-in";
import { receiveList } from "@/lib/operations/imports/receive-list";
import { t } from "@/lib/platform/language/translate";
import { answer, answering } from "../evidence/answers";
import { requireSender } from "../evidence/gate";

const maxBytes = 64 * 1024 * 1024;

/**
 * Receives a list of cases as is, encrypted as it arrives: 201 `{ id }`. Its name is in `x-file-name`, percent-encoded,
 * because URLs are logged.
 */
export async function PUT(request: Request): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    const length = request.headers.get("content-length");
    if (length === null || !/^\d{1,12}$/.test(length)) return answer(411, { error: t("Say how large the file is.") });
    const size = Number(length);
    if (size > maxBytes) return answer(413, { error: t("The file is larger than 64 MB. Split it.") });
    const body = request.body ?? new ReadableStream({ start: (controller) => controller.close() });
    const sending = { body: whileSignedIn(ctx, body), size, name: nameIn(request), signal: request.signal };
    return answer(201, await receiveList(ctx, sending, readCtx));
  });
}

function nameIn(request: Request): string {
  try {
    return decodeURIComponent(request.headers.get("x-file-name") ?? "").slice(0, 255);
  } catch {
    return "";
  }
}
