import { answer } from "@/app/api/evidence/answers";
import { recordLooks } from "@/lib/escalation/takedowns/commands/record-looks";
import { findWatched } from "@/lib/escalation/takedowns/find-watched";
import { LookAtPage } from "@/lib/evidence/captures/input";
import { parseInput } from "@/lib/kernel/access/command";
import { forExtension, preflight, readJson, requirePairing } from "../door";

export const OPTIONS = preflight;

/**
 * What the case watches at the address of the open page: `{address}` becomes `{items}`, and nothing else of the list. With
 * `seen`, the look is recorded for these items.
 */
export function POST(request: Request): Promise<Response> {
  return forExtension(request, async () => {
    const { ctx, caseId } = await requirePairing(request);
    const { address, seen, proofExhibitId } = parseInput(LookAtPage, await readJson(request, 256 * 1024));
    const items = await findWatched(ctx, caseId, address);
    if (!seen || items.length === 0) return answer(200, { items });
    const takedownIds = items.map(({ id }) => id);
    await recordLooks(ctx, { caseId, takedownIds, seen, seenBy: "us", proofExhibitId });
    return answer(200, { items: await findWatched(ctx, caseId, address) });
  });
}
