import "server-only";
import { z } from "zod";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { findNewerGiven, findOwnHandover, isHeld, readCover } from "../access";
import { closedReason } from "../rules";

/** What was requested; none of it was shown. */
const Asked = z.object({ handoverId: z.uuid() });

/**
 * An officer requested a handover that is closed or not theirs, and was shown nothing. The log names it; if it is not
 * theirs, in the log of their own organisation. @throws AppError invalid for something that cannot be an id
 */
export const recordDeniedAccess = command({
  needs: "handover.read",
  input: Asked,
  async run(ctx, { handoverId: subjectId }) {
    const found = await findOwnHandover(ctx, subjectId).catch(unknown);
    if (!found) return { value: "not_theirs", audit: { action: "handover.not_theirs", subjectId, detail: {} } };
    const why = await reasonOf(ctx, found);
    return {
      value: why,
      audit: { action: "handover.closed", subjectId, caseId: found.handover.caseId, detail: { why } },
    };
  },
});

async function reasonOf(
  ctx: TxCtx,
  { handover, packet }: Awaited<ReturnType<typeof findOwnHandover>>,
): Promise<string> {
  const newer = await findNewerGiven(ctx, packet);
  const cover = await readCover(ctx, handover);
  return closedReason({ status: packet.status, cover, newer }) ?? ((await isHeld(ctx, packet.id)) ? "held" : "part");
}

function unknown(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}
