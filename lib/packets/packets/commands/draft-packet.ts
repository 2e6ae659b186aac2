import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { packets } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { readDanger } from "@/lib/casework/danger/read-danger";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { DraftContent, DraftPacket } from "../input";
import { dangerUnanswered } from "../labels";
import { notePacketEvent } from "../note-packet-event";
import { packetCode, receiverLine } from "../rules";

/**
 * Drafts a packet, or the next version of the case's packet of this kind, and starts the build in the background.
 * @throws AppError not_found; conflict while the question of danger is open; invalid with fields such as
 * `asks.A1.ranges.traffic.from`
 */
export const draftPacket = command({
  needs: "packet.build",
  input: DraftPacket,
  rateLimit: "draft",
  async run(ctx, input) {
    const found = await lockCase(ctx, input.caseId);
    if (!ctx.actor.memberId) throw new AppError("forbidden", t("A person drafts a packet."));
    await refuseUnanswered(ctx, found);
    const draft = DraftContent.parse(input);
    const { number, version, supersedesId } = await nextVersion(ctx, found.id, input.kind);
    const id = newId();
    const vault = await openVault(ctx, found.keyId);
    await ctx.db.insert(packets).values({
      id,
      orgId: ctx.orgId,
      caseId: found.id,
      kind: input.kind,
      number,
      version,
      code: packetCode(found.code, number),
      supersedesId,
      receiver: receiverLine(draft),
      status: "building",
      draft: vault.seal({ table: "packets", column: "draft", row: id }, JSON.stringify(draft)),
      draftedBy: ctx.actor.memberId,
      draftedAt: ctx.now,
    });
    await enqueue(ctx, "packet.assemble", { packetId: id });
    await notePacketEvent(ctx, { id, caseId: found.id }, "drafted");
    await touchCase(ctx, found.id);
    return {
      value: { id },
      audit: { action: "packet.drafted", subjectId: id, caseId: found.id, detail: { kind: input.kind, version } },
    };
  },
});

/** @throws AppError conflict while an act waits for somebody to say whether there is danger */
async function refuseUnanswered(ctx: TxCtx, found: Awaited<ReturnType<typeof lockCase>>): Promise<void> {
  const { question } = await readDanger(ctx, found);
  if (question.isOpen)
    throw new AppError("conflict", dangerUnanswered(question.open.map(({ code }) => code).join(", ")));
}

/** The case is locked, so concurrent drafts get two versions. */
async function nextVersion(ctx: TxCtx, caseId: string, kind: string) {
  const rows = await ctx.db
    .select({
      id: packets.id,
      kind: packets.kind,
      status: packets.status,
      number: packets.number,
      version: packets.version,
    })
    .from(packets)
    .where(and(eq(packets.orgId, ctx.orgId), eq(packets.caseId, caseId)))
    .orderBy(desc(packets.number), desc(packets.version));
  const same = rows.filter((row) => row.kind === kind);
  const [previous] = same;
  const replaced = same.find(
    (row) => row.status !== "failed" && row.status !== "cancelled" && row.status !== "withdrawn",
  );
  if (previous) return { number: previous.number, version: previous.version + 1, supersedesId: replaced?.id ?? null };
  return { number: (rows[0]?.number ?? 0) + 1, version: 1, supersedesId: null };
}
