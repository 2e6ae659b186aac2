import { answer } from "@/app/api/evidence/answers";
import { announceCapture } from "@/lib/evidence/captures/announce-capture";
import { forExtension, preflight, readJson, requirePairing } from "../door";

export const OPTIONS = preflight;

/** A captured page, as JSON; answers with the ids under which its parts are then put. */
export function POST(request: Request): Promise<Response> {
  return forExtension(request, async () => {
    const { ctx } = await requirePairing(request);
    return answer(201, await announceCapture(ctx, await readJson(request, 256 * 1024)));
  });
}
