import { revealWords } from "@/lib/evidence/exposure/reveal-words";
import { answer, answering } from "../../answers";
import { requireSender } from "../../gate";

/**
 * The words of an exhibit that is hard to read: a POST, because reading them is an act that the ledger keeps. `version`
 * in the address asks for what an earlier reader showed.
 */
export async function POST(request: Request, { params }: RouteContext<"/api/evidence/[id]/words">): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    const { id } = await params;
    const version = new URL(request.url).searchParams.get("version") ?? undefined;
    return answer(200, await revealWords(ctx, id, { version }));
  });
}
