import { readCtx } from "@/lib/auth/sessions/session";
import { receiveForm } from "@/lib/documents/forms/receive-form";
import { mostFormBytes } from "@/lib/documents/forms/types";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { answer, answering } from "../evidence/answers";
import { requireSender } from "../evidence/gate";

/** Receives an empty form of a body as is: 201 `{ id }`. `x-follows` names the form of which it is a newer version. */
export async function PUT(request: Request): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    const length = request.headers.get("content-length");
    if (length === null || !/^\d{1,12}$/.test(length)) return answer(411, { error: t("Say how large the file is.") });
    if (Number(length) > mostFormBytes) {
      return answer(413, { error: t("This file is larger than 10 MB. A form is smaller.") });
    }
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.byteLength > mostFormBytes) {
      return answer(413, { error: t("This file is larger than 10 MB. A form is smaller.") });
    }
    const follows = request.headers.get("x-follows") ?? "";
    return answer(201, await receiveForm(ctx, { bytes, follows: isId(follows) ? follows : null }, readCtx));
  });
}
