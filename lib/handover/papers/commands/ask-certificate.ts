import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { handoverPapers } from "@/db/schema";
import { refuseRestricted } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { findPacket } from "@/lib/packets/packets/access";
import { AppError } from "@/lib/platform/errors";
import { findHandover, readLedger } from "../access";
import { AskCertificate } from "../input";

/**
 * Asks for a certificate of everything that the ledger of a handover holds by now. The worker signs it.
 * @throws AppError not_found, also for a handover of another case; conflict if the last certificate says it all, and
 * while the case is restricted
 */
export const askCertificate = command({
  needs: "handover.deliver",
  input: AskCertificate,
  async run(ctx, { handoverId }) {
    const handover = await findHandover(ctx, handoverId);
    const { caseId, packetId } = handover;
    await findPacket(ctx, packetId);
    await refuseRestricted(ctx, caseId);
    const last = (await readLedger(ctx, handoverId)).at(-1);
    if (!last) throw new AppError("conflict", t("The ledger of this handover is empty."));
    const same = and(eq(handoverPapers.handoverId, handoverId), eq(handoverPapers.throughId, last.id));
    const certificates = and(eq(handoverPapers.orgId, ctx.orgId), eq(handoverPapers.paper, "certificate"), same);
    if ((await ctx.db.$count(handoverPapers, certificates)) > 0)
      throw new AppError("conflict", t("The last certificate holds everything that was recorded so far."));
    await enqueue(ctx, "handover.paper", { packetId, handoverId, paper: "certificate", throughId: last.id });
    return {
      value: undefined,
      audit: { action: "handover.certificate_asked", subjectId: handoverId, caseId, detail: {} },
    };
  },
});
