import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { handovers, liaisons, members, packets } from "@/db/schema";
import { findCase, lockCase, refuseConflicted } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { noAccount } from "@/lib/handover/officers/labels";
import { listWithLogin } from "@/lib/handover/officers/list-with-login";
import { whyNotConfirmed } from "@/lib/handover/officers/rules";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { openVault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { findPacket, lockPacket } from "@/lib/packets/packets/access";
import { noteExhibits } from "@/lib/packets/packets/building/note-exhibits";
import { refuseNeverLooked } from "@/lib/packets/packets/refuse-never-looked";
import { refuseReplaced } from "@/lib/packets/packets/refuse-replaced";
import { refuseStoppedExhibits } from "@/lib/packets/packets/refuse-stopped-exhibits";
import { deliverable } from "@/lib/packets/packets/rules";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { civilDate } from "@/lib/platform/time/clock";
import { DeliverPacket } from "../input";
import { noteEvent } from "../note-event";
import { readReleaseCheck } from "../read-release-check";
import { refuseProtectedWords } from "../refuse-protected-words";
import { registerLetter } from "../register-letter";
import { annexProblem, annexRelease, checkReleases, releaseProblem } from "../rules";
import type { ReleaseCheck } from "../types";

/**
 * Gives an approved packet to one confirmed officer of the organisation, once. Nothing leaves without a release that
 * covers it, and no reason overrides that. Requires fresh proof, with the sealed annex by a passkey.
 * @throws AppError not_found; conflict if it is not approved, was replaced, or the officer already has it; invalid at
 * `liaisonId` if nobody confirmed them, they have no account, or with what must be removed, at `withAnnex` if no
 * release covers identity, at `passkey`
 */
export const deliverPacket = command({
  needs: "handover.deliver",
  input: DeliverPacket,
  async run(ctx, { packetId, liaisonId, message, withAnnex }) {
    await lockCase(ctx, (await findPacket(ctx, packetId)).caseId);
    const packet = await lockPacket(ctx, packetId);
    if (!deliverable.includes(packet.status))
      throw new AppError("conflict", t("Only an approved packet is handed over."));
    if (!ctx.actor.memberId) throw new AppError("forbidden", t("A person hands over a packet."));
    await refuseReplaced(ctx, packet);
    await refuseStoppedExhibits(ctx, packet);
    await refuseNeverLooked(ctx, packet);
    const officer = await findOfficer(ctx, liaisonId);
    await refuseTwice(ctx, packetId, liaisonId);
    await refuseConflicted(ctx, (await findCase(ctx, packet.caseId)).clientId, liaisonId, "liaisonId");
    const door = await readReleaseCheck(ctx, packet);
    const annex = passThrough(door, liaisonId, withAnnex);
    requireStepUp(ctx, annex ? "annex.give" : "packet.deliver");
    await refuseProtectedWords(ctx, packet.caseId, { message });
    const id = newId();
    await ctx.db.insert(handovers).values({
      id,
      orgId: ctx.orgId,
      caseId: packet.caseId,
      packetId,
      liaisonId,
      deliveredBy: ctx.actor.memberId,
      deliveredAt: ctx.now,
      message: message || null,
      ...(annex ? { withAnnex: true, annexReleaseId: annex.id, annexUntil: annex.ends } : {}),
    });
    await noteEvent(ctx, { id, caseId: packet.caseId }, "delivered", annex ? "With the sealed annex" : null);
    await noteTransfer(ctx, packet, door.exhibits, officer);
    const found = await findCase(ctx, packet.caseId);
    const day = civilDate(ctx.now, playbookOf(found).home.zone);
    await registerLetter(ctx, found, packet, { day, channel: "portal", officer, handoverId: id });
    await enqueue(ctx, "handover.tell", { handoverId: id });
    await enqueue(ctx, "handover.paper", { packetId, handoverId: id, paper: "certificate" });
    await ctx.db
      .update(packets)
      .set({ status: "handed_over" })
      .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId)));
    await touchCase(ctx, packet.caseId);
    return {
      value: { id },
      audit: {
        action: "handover.delivered",
        subjectId: id,
        caseId: packet.caseId,
        detail: { liaisonId, annex: withAnnex },
      },
    };
  },
});

async function findOfficer(ctx: TxCtx, liaisonId: string) {
  const [row] = await ctx.db
    .select({ liaison: liaisons, name: members.name })
    .from(liaisons)
    .innerJoin(members, eq(members.id, liaisons.memberId))
    .where(and(eq(liaisons.orgId, ctx.orgId), eq(liaisons.memberId, liaisonId), isNull(members.removedAt)));
  if (!row)
    throw new AppError("not_found", t("No such officer."), { liaisonId: t("Choose an officer from the list.") });
  const message = whyNotConfirmed(row.liaison);
  if (message) throw new AppError("invalid", message, { liaisonId: message });
  if (!(await listWithLogin(ctx)).has(liaisonId)) throw new AppError("invalid", noAccount, { liaisonId: noAccount });
  const { rank, agency, unit } = row.liaison;
  return { name: row.name, rank, agency, unit };
}

/**
 * Each exhibit's ledger names the officer, encrypted; what the officer does with the packet is in the handover's own
 * ledger.
 */
async function noteTransfer(
  ctx: TxCtx,
  packet: Awaited<ReturnType<typeof lockPacket>>,
  codes: readonly string[],
  { name, rank, unit, agency }: Awaited<ReturnType<typeof findOfficer>>,
): Promise<void> {
  const { caseId, code, version } = packet;
  const vault = await openVault(ctx, (await findCase(ctx, caseId)).keyId);
  const to = [`${rank} ${name}`.trim(), unit, agency].filter(Boolean).join(", ");
  const purpose = `Handed over in packet ${code}, version ${version}`;
  await noteExhibits(ctx, { caseId, codes }, { action: "transferred", purpose, details: { to }, vault });
}

async function refuseTwice(ctx: TxCtx, packetId: string, liaisonId: string): Promise<void> {
  const [held] = await ctx.db
    .select({ id: handovers.id })
    .from(handovers)
    .where(and(eq(handovers.packetId, packetId), eq(handovers.liaisonId, liaisonId)));
  const message = t("This officer has this version already.");
  if (held) throw new AppError("conflict", message, { liaisonId: message });
}

/** The release that permits the annex, or null without the annex. @throws AppError invalid with what must be removed */
function passThrough(door: ReleaseCheck, liaisonId: string, withAnnex: boolean) {
  const at = checkReleases(door, liaisonId, withAnnex);
  const refused = releaseProblem(at);
  if (refused) throw new AppError("invalid", refused, { liaisonId: refused });
  if (!withAnnex) return null;
  const annex = annexRelease(door, at);
  if (door.hasAnnex && annex) return annex;
  const message = door.hasAnnex ? (annexProblem(at) ?? "") : t("This packet has no sealed annex.");
  throw new AppError("invalid", message, { withAnnex: message });
}
