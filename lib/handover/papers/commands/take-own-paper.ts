import "server-only";
import { findOwnHandover } from "@/lib/handover/handovers/access";
import { command } from "@/lib/kernel/access/command";
import { findPaper } from "../access";
import { TakePaper } from "../input";
import { openPaper } from "../open-paper";

/**
 * One file of a paper about their own handover, for the officer. It is sealed under the key of the packet, which is
 * closed once no release covers them. @throws AppError not_found
 */
export const takeOwnPaper = command({
  needs: "handover.read",
  input: TakePaper,
  async run(ctx, { paperId, file }) {
    const row = await findPaper(ctx, paperId);
    await findOwnHandover(ctx, row.handoverId ?? "");
    return {
      value: await openPaper(ctx, row, file),
      audit: {
        action: "handover.paper_taken",
        subjectId: row.handoverId ?? row.packetId,
        caseId: row.caseId,
        detail: { paper: row.paper, file },
      },
    };
  },
});
