import { revealWords } from "@/lib/evidence/exposure/reveal-words";
import { answer, answering } from "../../answers";
import { requireSender } from "../../gate";

/**
 * The words of a distressing exhibit: a POST, because reading them is an act that the ledger records. `version` in the
 * URL requests what an earlier parser showed, `of=pictures` what a machine read in its pictures.
 */
export async function POST(request: Request, { params }: RouteContext<"/api/evidence/[id]/words">): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    const { id } = await params;
    const asked = new URL(request.url).searchParams;
    const version = asked.get("version") ?? undefined;
    const of = asked.get("of") ?? undefined;
    return answer(200, await revealWords(ctx, id, { version, of }));
  });
}
