import { t } from "@/lib/platform/language/translate";
import "server-only";
import { handoverPapers } from "@/db/schema";
import { keyForBoth } from "@/lib/handover/handovers/key-for-both";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { lockPacket } from "@/lib/packets/packets/access";
import { AppError } from "@/lib/platform/errors";
import { findHandover, manifestOf, paperPlace, readLedger } from "../access";
import { KeepPaper } from "../input";
import { lastLineOf } from "../rules";

/**
 * Stores a paper that the job has signed, with its hash in the log. It is never changed; a later one is another paper.
 * @throws AppError not_found; conflict for a receipt that nobody acknowledged, for the list of another packet, and if
 * another run was faster
 */
export const keepPaper = command({
  needs: "job.run",
  input: KeepPaper,
  async run(ctx, { handoverId, throughId, ...made }) {
    const packet = await lockPacket(ctx, made.packetId);
    if ((await manifestOf(ctx, packet.id)) !== made.manifestSha256)
      throw new AppError("conflict", t("This paper was made for another version."));
    if (made.paper !== "slip") await refuseUnrecorded(ctx, { ...made, handoverId, throughId });
    const { id, pdf, p7s, ...rest } = made;
    const vault = await openVault(ctx, keyForBoth(packet));
    const [won] = await ctx.db
      .insert(handoverPapers)
      .values({
        ...rest,
        id,
        orgId: ctx.orgId,
        caseId: packet.caseId,
        handoverId: handoverId ?? null,
        throughId: throughId ?? null,
        keyId: vault.keyId,
        pdf: vault.seal(paperPlace("pdf", id), pdf),
        p7s: vault.seal(paperPlace("p7s", id), p7s),
        signedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: handoverPapers.id });
    if (!won) throw new AppError("conflict", t("This paper is made already."));
    const { paper, sha256, manifestSha256: manifest, signer: fingerprint, stamped } = made;
    return {
      value: { id },
      audit: {
        action: "handover.paper_signed",
        subjectId: handoverId ?? packet.id,
        caseId: packet.caseId,
        detail: { paper, sha256, manifest, fingerprint, stamped },
      },
    };
  },
});

type Made = Pick<KeepPaper, "paper" | "packetId" | "handoverId" | "throughId">;

/** A paper speaks of lines that the ledger holds, and a receipt of one that the officer wrote. */
async function refuseUnrecorded(ctx: TxCtx, { paper, packetId, handoverId, throughId }: Made): Promise<void> {
  const handover = await findHandover(ctx, handoverId ?? "");
  if (handover.packetId !== packetId) throw new AppError("not_found", t("No such handover."));
  const last = lastLineOf(paper, await readLedger(ctx, handover.id), throughId);
  if (paper === "receipt" && (!handover.acknowledgedAt || !last))
    throw new AppError("conflict", t("The officer has not acknowledged receipt."));
  if (!last || last.id !== throughId)
    throw new AppError("conflict", t("The ledger of this handover has no such line."));
}
