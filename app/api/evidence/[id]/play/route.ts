import { whileSignedIn } from "@/lib/auth/sessions/while-signed-in";
import { openRecording } from "@/lib/evidence/recordings/open-recording";
import { playRecording } from "@/lib/evidence/recordings/play-recording";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { parseRange } from "@/lib/platform/storage/range";
import { answer, answering, inert } from "../../answers";
import { requireSender, requireTaker } from "../../gate";

type Context = RouteContext<"/api/evidence/[id]/play">;

/** Writes down one more play: a POST, because each is an act that the ledger keeps. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    await playRecording(ctx, { exhibitId: (await params).id });
    return answer(200, {});
  });
}

/**
 * The bytes of a recording for the player of our own page, whole or in part: seeking and Safari need ranges. The type is
 * what the sandbox found, never what a name says.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answering(async () => {
    const ctx = await requireTaker(request);
    requirePlayer(request);
    const { part, size, type } = await openRecording(ctx, (await params).id);
    const range = parseRange(request.headers.get("range"), size);
    if (range === "unsatisfiable") {
      return new Response(null, { status: 416, headers: { ...inert, "content-range": `bytes */${size}` } });
    }
    const { stream, start, length } = await part(range ?? undefined);
    const headers = {
      ...inert,
      "accept-ranges": "bytes",
      "content-length": String(length),
      "content-type": type,
      ...(range ? { "content-range": `bytes ${start}-${start + length - 1}/${size}` } : {}),
    };
    return new Response(whileSignedIn(ctx, stream), { status: range ? 206 : 200, headers });
  });
}

/** A browser says for what it asks: a recording is never a page of its own, a frame or a script. */
function requirePlayer(request: Request): void {
  const use = request.headers.get("sec-fetch-dest");
  if (use !== null && use !== "audio" && use !== "video") {
    throw new AppError("forbidden", t("A recording is played on its page only."));
  }
}

/** Without this, Next would run GET for HEAD. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { ...inert, allow: "GET, POST" } });
}
