import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { members, packets } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { requireSecondPerson } from "@/lib/kernel/access/second-person";
import { openVault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { mayDecideOwn } from "@/lib/organisation/grants/access";
import { AppError } from "@/lib/platform/errors";
import { findPacket, lockPacket } from "../access";
import { ApprovePacket } from "../input";
import { dangerField } from "../labels";
import { notePacketEvent } from "../note-packet-event";
import { linesNow } from "../preflight/preflight";
import { refuseCoveredSince } from "../refuse-covered-since";
import { refuseRevealingReasons } from "../refuse-revealing-reasons";
import { refuseStoppedExhibits } from "../refuse-stopped-exhibits";
import { refuseTellingReasons } from "../refuse-telling-reasons";
import { refuseUnseenPictures } from "../refuse-unseen-pictures";
import { hardFails, openFails, whyNotDecide } from "../rules";
import { coversThenAndNow } from "../snapshot/covers-then";
import { withLooksNow } from "../snapshot/looked";
import { protectedValues } from "../snapshot/protected-values";
import { withReleasesNow } from "../snapshot/releases-now";
import { type PacketSnapshot, snapshotSchema } from "../snapshot/snapshot";
import { iso } from "../snapshot/words";
import type { PreflightView } from "../types";

/**
 * A second person approves, and the packet is rebuilt with the approval and each reason printed in it.
 * @throws AppError conflict for a picture that nobody checked, for the author without a separate permission, or a
 * packet not awaiting approval, or a failure that no reason overrides; invalid at `password` without fresh proof, and at `overrides.M-14` for a failure
 * without a reason, or with one that reveals what is covered
 */
export const approvePacket = command({
  needs: "packet.decide",
  input: ApprovePacket,
  async run(ctx, { packetId, overrides }) {
    const found = await lockCase(ctx, (await findPacket(ctx, packetId)).caseId);
    const packet = await lockPacket(ctx, packetId);
    const asked = { status: packet.status, draftedById: packet.draftedBy };
    const refused = whyNotDecide(asked, ctx.actor.memberId, await mayDecideOwn(ctx));
    if (refused) throw new AppError("conflict", refused);
    // Their own packet they decide with a permission that another person granted.
    if (packet.draftedBy !== ctx.actor.memberId) await requireSecondPerson(ctx, packet.draftedBy, { code: "conflict" });
    requireStepUp(ctx, "packet.approve");
    await refuseStoppedExhibits(ctx, packet);
    const vault = await openVault(ctx, found.keyId);
    const place = { table: "packets", column: "snapshot", row: packetId };
    if (packet.snapshot === null) throw new AppError("conflict", t("The packet has no snapshot. Draft a new version."));
    const looked = await withLooksNow(
      ctx,
      packet.caseId,
      snapshotSchema.parse(JSON.parse(vault.open(place, packet.snapshot))),
    );
    refuseUnseenPictures(looked);
    const covers = await coversThenAndNow(ctx, vault, packet.caseId, looked.snapshot);
    refuseCoveredSince(looked.snapshot, covers);
    const snapshot = await withReleasesNow(ctx, packet.caseId, looked.snapshot);
    const lines = linesNow(packet.preflight ?? [], snapshot);
    refuseUnanswered(lines);
    refuseUnmended(lines);
    const fails = openFails(lines);
    refuseWithoutReason(
      fails.map((line) => line.id),
      overrides,
    );
    const reasons = Object.fromEntries(fails.map(({ id }) => [id, overrides[id] ?? ""]));
    refuseTellingReasons(reasons, covers);
    refuseRevealingReasons(fails, reasons, (await protectedValues(ctx, found.clientId)).secrets);
    const approved = await withApproval(ctx, snapshot, fails, reasons);
    await ctx.db
      .update(packets)
      .set({
        status: "building",
        buildStage: "queued",
        snapshot: vault.seal(place, JSON.stringify(approved)),
        decidedBy: ctx.actor.memberId,
        decidedAt: ctx.now,
        decisionNote: null,
      })
      .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId)));
    await enqueue(ctx, "packet.assemble", { packetId });
    await notePacketEvent(ctx, packet, "approved", wordsOf(fails, overrides));
    await touchCase(ctx, packet.caseId);
    return {
      value: { id: packetId },
      audit: {
        action: "packet.approved",
        subjectId: packetId,
        caseId: packet.caseId,
        detail: {
          overridden: fails.map((line) => line.id),
          ...(packet.draftedBy === ctx.actor.memberId ? { own: true as const } : {}),
        },
      },
    };
  },
});

/** For the history: which lines were overridden, and why. */
function wordsOf(fails: readonly { id: string }[], overrides: Record<string, string>): string {
  return fails.map(({ id }) => `${id}: ${overrides[id] ?? ""}`).join("\n");
}

/** The build stops at the same line, and no reason overrides it. */
function refuseUnanswered(lines: readonly PreflightView[]): void {
  const open = lines.find((line) => line.result === "fail" && line.field === dangerField);
  if (open) throw new AppError("conflict", open.reason);
}

/** Lines that must be mended: the author drafts the next version. */
function refuseUnmended(lines: readonly PreflightView[]): void {
  const hard = hardFails(lines);
  if (hard.length === 0) return;
  const what = hard.map(({ id, reason }) => `${id}: ${reason}`).join(" ");
  throw new AppError(
    "conflict",
    t("No reason overrides this. Return the packet, so that it is mended: {what}", { what }),
  );
}

function refuseWithoutReason(fails: readonly string[], overrides: Record<string, string>): void {
  const bare = fails.filter((id) => (overrides[id] ?? "").length < 5);
  if (bare.length === 0) return;
  const fields = Object.fromEntries(
    bare.map((id) => [
      `overrides.${id}`,
      t("{id} fails: give the reason that is printed, or return the packet.", { id }),
    ]),
  );
  throw new AppError("invalid", t("Every failed line needs a reason before you can approve."), fields);
}

/**
 * The approval, and each reason next to its line, as printed.
 * @param fails the lines that fail now, including one that passed when it was built
 */
async function withApproval(
  ctx: TxCtx,
  snapshot: PacketSnapshot,
  fails: readonly PreflightView[],
  reasons: Record<string, string>,
): Promise<PacketSnapshot> {
  const [person] = await ctx.db
    .select({ code: members.code })
    .from(members)
    .where(eq(members.id, ctx.actor.memberId ?? ""));
  const approval = { by: person?.code ?? "", at: iso(ctx.now) };
  const results = snapshot.preflight?.results.map((line) => {
    const fail = fails.find(({ id }) => id === line.id);
    if (!fail) return line;
    const override = { ...approval, reason: reasons[line.id] ?? "" };
    return { ...line, result: "fail" as const, reason: fail.reason, override };
  });
  return {
    ...snapshot,
    packet: { ...snapshot.packet, approval },
    preflight: snapshot.preflight && results ? { ...snapshot.preflight, results } : null,
  };
}
