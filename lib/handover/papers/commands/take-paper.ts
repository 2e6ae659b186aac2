import { t } from "@/lib/platform/language/translate";
import "server-only";
import { findCase, refuseRestricted } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPacket } from "@/lib/packets/packets/access";
import { refuseReplaced } from "@/lib/packets/packets/refuse-replaced";
import { deliverable } from "@/lib/packets/packets/rules";
import { AppError } from "@/lib/platform/errors";
import { findPaper } from "../access";
import { TakePaper } from "../input";
import { openPaper } from "../open-paper";

/**
 * One file of a signed paper, for the people of its case: the PDF, or its signature. As it was signed, also when the
 * version was withdrawn since. @throws AppError not_found; conflict while the case is restricted, and for the slip of a
 * version that no longer leaves
 */
export const takePaper = command({
  needs: "handover.deliver",
  input: TakePaper,
  async run(ctx, { paperId, file }) {
    const row = await findPaper(ctx, paperId);
    await findCase(ctx, row.caseId);
    await refuseRestricted(ctx, row.caseId);
    if (row.paper === "slip") await refuseLeft(ctx, row.packetId);
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

/** The slip goes with a version that still leaves. */
async function refuseLeft(ctx: TxCtx, packetId: string): Promise<void> {
  const packet = await findPacket(ctx, packetId);
  if (!deliverable.includes(packet.status))
    throw new AppError("conflict", t("This version no longer leaves, so there is no slip for it."));
  await refuseReplaced(ctx, packet);
}
