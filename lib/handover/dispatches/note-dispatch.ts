import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { dispatches, liaisons, members, packets } from "@/db/schema";
import { findCase, lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { proofOf } from "@/lib/escalation/letters/labels";
import { readReleaseCheck } from "@/lib/handover/handovers/read-release-check";
import { registerLetter } from "@/lib/handover/handovers/register-letter";
import { annexProblem, annexRelease, checkReleases, releaseProblem } from "@/lib/handover/handovers/rules";
import { whyNotConfirmed } from "@/lib/handover/officers/rules";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { findMember } from "@/lib/organisation/members/access";
import { findPacket, lockPacket } from "@/lib/packets/packets/access";
import { noteExhibits } from "@/lib/packets/packets/building/note-exhibits";
import { refuseReplaced } from "@/lib/packets/packets/refuse-replaced";
import { refuseStoppedExhibits } from "@/lib/packets/packets/refuse-stopped-exhibits";
import { deliverable } from "@/lib/packets/packets/rules";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { civilDate } from "@/lib/platform/time/clock";
import { NoteDispatch } from "./input";
import { letterChannels, methodLabels } from "./labels";
import { proofPlace, releaseCheckOn, whyNotThen } from "./rules";

type Packet = Awaited<ReturnType<typeof lockPacket>>;
type Receiver = { name: string; rank: string; agency: string; unit: string };

/**
 * Records that an approved version left on paper or by other means than the portal, to an officer of the directory,
 * under the same release check as a handover: a release must name them and cover it on the day it left, and the sealed
 * annex requires fresh proof from the person who records it.
 * @throws AppError not_found; conflict if it is not approved, was replaced before it left, or is already recorded;
 * invalid at `at`, `sentBy`, `liaisonId`, `withAnnex` or `passkey`
 */
export const noteDispatch = command({
  needs: "handover.deliver",
  input: NoteDispatch,
  async run(ctx, input) {
    const { packetId, method, sentAt, liaisonId } = input;
    await lockCase(ctx, (await findPacket(ctx, packetId)).caseId);
    const packet = await lockPacket(ctx, packetId);
    if (!deliverable.includes(packet.status))
      throw new AppError("conflict", t("Only an approved packet is handed over."));
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("A person hands over a packet."));
    const then = whyNotThen(sentAt, packet.decidedAt, ctx.now);
    if (then) throw refuse("at", then);
    await refuseReplaced(ctx, packet, sentAt);
    await refuseStoppedExhibits(ctx, packet);
    const found = await findCase(ctx, packet.caseId);
    const receiver = await receiverOf(ctx, liaisonId);
    const zone = findPlaybook(found.pair, found.playbookVersion)?.home.zone ?? "UTC";
    const door = releaseCheckOn(await readReleaseCheck(ctx, packet), civilDate(sentAt, zone));
    const sentBy = await senderOf(ctx, input.sentBy ?? memberId);
    const annex = passThrough(door, input);
    if (annex) requireStepUp(ctx, "annex.give");
    const vault = await openVault(ctx, found.keyId);
    await refuseTwice(ctx, input);
    const id = newId();
    await ctx.db.insert(dispatches).values({
      id,
      orgId: ctx.orgId,
      caseId: packet.caseId,
      packetId,
      method,
      sentAt,
      liaisonId,
      sentBy,
      proof: vault.sealMaybe(proofPlace(id), input.proof),
      withAnnex: annex !== null,
      annexReleaseId: annex?.id ?? null,
      notedBy: memberId,
      notedAt: ctx.now,
    });
    await noteTransfer(ctx, packet, { codes: door.exhibits, vault, receiver, input });
    await registerLetter(ctx, found, packet, {
      day: civilDate(sentAt, zone),
      channel: letterChannels[method],
      officer: receiver,
      dispatchId: id,
      proofKind: input.proof ? proofOf[letterChannels[method]] : null,
      proof: input.proof,
    });
    return {
      value: { id },
      audit: {
        action: "packet.dispatched",
        subjectId: packetId,
        caseId: packet.caseId,
        detail: { method, annex: annex !== null },
      },
    };
  },
});

async function receiverOf(ctx: TxCtx, liaisonId: string): Promise<Receiver> {
  const [row] = await ctx.db
    .select({ liaison: liaisons, name: members.name })
    .from(liaisons)
    .innerJoin(members, eq(members.id, liaisons.memberId))
    .where(and(eq(liaisons.orgId, ctx.orgId), eq(liaisons.memberId, liaisonId), isNull(members.removedAt)));
  if (!row)
    throw new AppError("not_found", t("No such officer."), { liaisonId: t("Choose an officer from the list.") });
  const message = whyNotConfirmed(row.liaison);
  if (message) throw refuse("liaisonId", message);
  const { rank, agency, unit } = row.liaison;
  return { name: row.name, rank, agency, unit };
}

/** The release that permits the annex, or null without the annex. @throws AppError with what no release covers */
function passThrough(door: ReturnType<typeof releaseCheckOn>, { liaisonId, withAnnex }: NoteDispatch) {
  const at = checkReleases(door, liaisonId, withAnnex);
  const refused = releaseProblem(at);
  if (refused) throw refuse("liaisonId", refused);
  if (!withAnnex) return null;
  const annex = annexRelease(door, at);
  if (door.hasAnnex && annex) return annex;
  throw refuse("withAnnex", door.hasAnnex ? (annexProblem(at) ?? "") : t("This packet has no sealed annex."));
}

async function senderOf(ctx: TxCtx, sentBy: string): Promise<string> {
  const member = await findMember(ctx, sentBy).catch(() => null);
  if (!member || member.role === "liaison") throw refuse("sentBy", t("Choose somebody of your organisation."));
  return member.id;
}

/** The same version to the same receiver at the same minute is the same dispatch; the packet is locked meanwhile. */
async function refuseTwice(ctx: TxCtx, input: NoteDispatch): Promise<void> {
  const { packetId, method, sentAt } = input;
  const same = and(
    eq(dispatches.method, method),
    eq(dispatches.sentAt, sentAt),
    eq(dispatches.liaisonId, input.liaisonId),
  );
  const rows = await ctx.db
    .select({ id: dispatches.id })
    .from(dispatches)
    .where(and(eq(dispatches.packetId, packetId), same));
  const message = t("This is noted already.");
  if (rows.length > 0) throw new AppError("conflict", message, { at: message });
}

type Transfer = { codes: readonly string[]; vault: Vault; receiver: Receiver; input: NoteDispatch };

/** Each exhibit's ledger records to whom it went and how, and the packet counts as handed over. */
async function noteTransfer(ctx: TxCtx, packet: Packet, { codes, vault, receiver, input }: Transfer): Promise<void> {
  const { id, caseId, code, version } = packet;
  const { name, rank, unit, agency } = receiver;
  const to = [`${rank} ${name}`.trim(), unit, agency].filter(Boolean).join(", ");
  const purpose = `Handed over in packet ${code}, version ${version}, outside the portal`;
  const details = { to, medium: written(() => methodLabels[input.method]) };
  await noteExhibits(ctx, { caseId, codes }, { action: "transferred", purpose, at: input.sentAt, details, vault });
  await ctx.db
    .update(packets)
    .set({ status: "handed_over" })
    .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, id)));
  await touchCase(ctx, caseId);
}

function refuse(field: string, message: string): AppError {
  return new AppError("invalid", message, { [field]: message });
}
