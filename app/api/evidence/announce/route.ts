import { announceUpload } from "@/lib/evidence/announce-upload";
import { AppError } from "@/lib/platform/errors";
import { answer, answering } from "../answers";
import { requireSender } from "../gate";

const maxBytes = 64 * 1024;

/** What will be sent, as JSON; answers with the id under which the file is then put, and whether its bytes are known. */
export async function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    const length = Number(request.headers.get("content-length") ?? Number.NaN);
    if (!(length <= maxBytes)) return answer(413, { error: "The description is too long." });
    return answer(201, await announceUpload(ctx, await readJson(request)));
  });
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new AppError("invalid", "The description is not JSON.");
  }
}
