import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { handovers, liaisons, members, packets, releases } from "@/db/schema";
import { command } from "@/lib/access/command";
import type { Scoped } from "@/lib/access/ctx";
import { openVault } from "@/lib/access/vault";
import { findCase, lockCase, touchCase } from "@/lib/cases/scope";
import { noteExhibits } from "@/lib/packets/note-exhibits";
import { refuseStoppedExhibits } from "@/lib/packets/refuse-stopped-exhibits";
import { deliverable } from "@/lib/packets/rules";
import { findPacket, lockPacket } from "@/lib/packets/scope";
import { findLeakedFields } from "@/lib/packets/taking/leaks";
import { protectedValues } from "@/lib/packets/taking/protected-values";
import { civilDate } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { DeliverPacket } from "./input";
import { noteEvent } from "./note-event";
import { coversOfficer } from "./rules";

/**
 * Gives an approved packet to one registered officer of the organisation, once.
 * @throws AppError not_found; conflict when it is not approved or the officer has it; invalid at `withoutRelease`
 * when no release covers the officer and the deliverer did not say that they know
 */
export const deliverPacket = command({
  needs: "handover.deliver",
  input: DeliverPacket,
  async run(ctx, { packetId, liaisonId, message, withoutRelease }) {
    await lockCase(ctx, (await findPacket(ctx, packetId)).caseId);
    const packet = await lockPacket(ctx, packetId);
    if (!deliverable.includes(packet.status)) throw new AppError("conflict", "Only an approved packet is handed over.");
    if (!ctx.actor.memberId) throw new AppError("forbidden", "A person hands over a packet.");
    await refuseStoppedExhibits(ctx, packet);
    const officer = await findOfficer(ctx, liaisonId);
    await refuseTwice(ctx, packetId, liaisonId);
    if (!withoutRelease) await refuseWithoutRelease(ctx, packet.caseId, officer);
    await refuseProtectedWords(ctx, packet.caseId, message);
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
    });
    await noteEvent(ctx, { id, caseId: packet.caseId }, "delivered");
    await noteTransfer(ctx, packet, officer);
    await ctx.db
      .update(packets)
      .set({ status: "handed_over" })
      .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId)));
    await touchCase(ctx, packet.caseId);
    return {
      value: { id },
      audit: { action: "handover.delivered", subjectId: id, caseId: packet.caseId, detail: { liaisonId } },
    };
  },
});

async function findOfficer(ctx: Scoped, liaisonId: string) {
  const [row] = await ctx.db
    .select({ name: members.name, rank: liaisons.rank, agency: liaisons.agency, unit: liaisons.unit })
    .from(liaisons)
    .innerJoin(members, eq(members.id, liaisons.memberId))
    .where(and(eq(liaisons.orgId, ctx.orgId), eq(liaisons.memberId, liaisonId), isNull(members.removedAt)));
  if (!row) throw new AppError("not_found", "No such officer.", { liaisonId: "Choose an officer from the list." });
  return row;
}

/** Each exhibit's ledger names the officer, sealed; what the officer does with the packet is in the handover's own. */
async function noteTransfer(
  ctx: Scoped,
  packet: Awaited<ReturnType<typeof lockPacket>>,
  { name, rank, unit, agency }: Awaited<ReturnType<typeof findOfficer>>,
): Promise<void> {
  const { id, caseId, code, version, snapshot } = packet;
  if (!snapshot) return;
  const vault = await openVault(ctx, (await findCase(ctx, caseId)).keyId);
  const printed = JSON.parse(vault.open({ table: "packets", column: "snapshot", row: id }, snapshot));
  const codes = (printed as { exhibits: { code: string }[] }).exhibits.map((exhibit) => exhibit.code);
  const to = [`${rank} ${name}`.trim(), unit, agency].filter(Boolean).join(", ");
  const purpose = `Handed over in packet ${code}, version ${version}`;
  await noteExhibits(ctx, { caseId, codes }, { action: "transferred", purpose, details: { to }, vault });
}

async function refuseTwice(ctx: Scoped, packetId: string, liaisonId: string): Promise<void> {
  const [held] = await ctx.db
    .select({ id: handovers.id })
    .from(handovers)
    .where(and(eq(handovers.packetId, packetId), eq(handovers.liaisonId, liaisonId)));
  const said = "This officer has this version already.";
  if (held) throw new AppError("conflict", said, { liaisonId: said });
}

async function refuseWithoutRelease(
  ctx: Scoped,
  caseId: string,
  officer: Awaited<ReturnType<typeof findOfficer>>,
): Promise<void> {
  const rows = await ctx.db.select().from(releases).where(eq(releases.caseId, caseId));
  const today = civilDate(ctx.now, "UTC");
  if (rows.some((release) => coversOfficer(release, officer, today))) return;
  throw new AppError("invalid", "No release on file is valid for this officer today.", {
    withoutRelease: "No release is valid for this officer today. Record one, or tick this if you know another ground.",
  });
}

/** The officer reads the message on a screen that the client does not see: no name and no address in it. */
async function refuseProtectedWords(ctx: Scoped, caseId: string, message: string): Promise<void> {
  const { clientId } = await findCase(ctx, caseId);
  const { secrets } = await protectedValues(ctx, clientId);
  const [leak] = findLeakedFields({ message }, secrets);
  if (!leak) return;
  const said = `The message holds the client’s ${leak.what}. Take it out.`;
  throw new AppError("invalid", said, { message: said });
}
