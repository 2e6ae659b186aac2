import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { handovers, liaisons, packets } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { whyNotConfirmed } from "@/lib/handover/officers/rules";
import type { Confirmation } from "@/lib/handover/officers/types";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { findPacket, lockPacket } from "@/lib/packets/packets/access";
import { refuseStoppedExhibits } from "@/lib/packets/packets/refuse-stopped-exhibits";
import { deliverable } from "@/lib/packets/packets/rules";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { OneHandover } from "../input";
import { noteEvent } from "../note-event";
import { readReleaseCheck } from "../read-release-check";
import { annexProblem, annexRelease, checkReleases } from "../rules";

/**
 * Gives the sealed annex to an officer who already has the packet: a release came later, or was signed again.
 * @throws AppError not_found; conflict if it is already open to them; invalid at `handoverId` without a release or if
 * the officer is not confirmed, at `passkey`
 */
export const giveAnnex = command({
  needs: "handover.deliver",
  input: OneHandover,
  async run(ctx, { handoverId }) {
    const { handover, officer } = await findGiven(ctx, handoverId);
    refuseUnconfirmed(officer);
    await lockCase(ctx, (await findPacket(ctx, handover.packetId)).caseId);
    const packet = await lockPacket(ctx, handover.packetId);
    if (!deliverable.includes(packet.status))
      throw new AppError("conflict", t("Only an approved packet is handed over."));
    await refuseStoppedExhibits(ctx, packet);
    const release = await releaseFor(ctx, packet, handover.liaisonId);
    requireStepUp(ctx, "annex.give");
    const [fresh] = await ctx.db.select().from(handovers).where(eq(handovers.id, handoverId)).for("update");
    if (fresh?.annexUntil && fresh.annexUntil > ctx.now)
      throw new AppError("conflict", t("This officer has the annex."));
    await ctx.db
      .update(handovers)
      .set({ withAnnex: true, annexReleaseId: release.id, annexUntil: release.ends })
      .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.id, handoverId)));
    const throughId = await noteEvent(ctx, handover, "delivered", "The sealed annex");
    await enqueue(ctx, "handover.paper", { packetId: packet.id, handoverId, paper: "certificate", throughId });
    await touchCase(ctx, packet.caseId);
    return {
      value: undefined,
      audit: { action: "handover.annex_given", subjectId: handoverId, caseId: packet.caseId, detail: {} },
    };
  },
});

async function findGiven(ctx: TxCtx, handoverId: string) {
  if (isId(handoverId)) {
    const [row] = await ctx.db
      .select({ handover: handovers, officer: liaisons })
      .from(handovers)
      .innerJoin(packets, eq(packets.id, handovers.packetId))
      .innerJoin(liaisons, eq(liaisons.memberId, handovers.liaisonId))
      .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.id, handoverId)));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such handover."));
}

function refuseUnconfirmed(officer: Confirmation): void {
  const message = whyNotConfirmed(officer);
  if (message) throw new AppError("invalid", message, { handoverId: message });
}

async function releaseFor(ctx: TxCtx, packet: Awaited<ReturnType<typeof lockPacket>>, liaisonId: string) {
  const door = await readReleaseCheck(ctx, packet);
  const at = checkReleases(door, liaisonId, true);
  const release = door.hasAnnex ? annexRelease(door, at) : null;
  if (release) return release;
  const message = door.hasAnnex ? (annexProblem(at) ?? "") : "This packet has no sealed annex.";
  throw new AppError("invalid", message, { handoverId: message });
}
