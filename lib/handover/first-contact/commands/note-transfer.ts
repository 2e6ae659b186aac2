import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { custodyEvents, liaisons, members } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { readReleaseCheck } from "@/lib/handover/handovers/read-release-check";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { findPacket } from "@/lib/packets/packets/access";
import { noteExhibits } from "@/lib/packets/packets/building/note-exhibits";
import { AppError } from "@/lib/platform/errors";
import { findFirstLink } from "../access";
import { OneFirstLink } from "../input";

/**
 * The job after a link was opened: each exhibit's ledger records the officer and the time, as after a handover in the
 * portal. Idempotent. @throws AppError not_found
 */
export const noteTransfer = command({
  needs: "job.run",
  input: OneFirstLink,
  async run(ctx, { linkId }) {
    const link = await findFirstLink(ctx, linkId);
    const { caseId, packetId, redeemedAt: at, liaisonId } = link;
    const audit = { action: "first_link.transfer_noted" as const, subjectId: linkId, caseId, detail: {} };
    if (!at) throw new AppError("not_found", t("This link was not opened."));
    const packet = await findPacket(ctx, packetId);
    const purpose = `Handed over in packet ${packet.code}, version ${packet.version}, by a first-contact link`;
    const { handoverId } = link;
    if (handoverId) await enqueue(ctx, "handover.paper", { packetId, handoverId, paper: "certificate" });
    if (await isNoted(ctx, { caseId, purpose, at })) return { value: undefined, audit };
    const vault = await openVault(ctx, (await findCase(ctx, caseId)).keyId);
    const { exhibits: codes } = await readReleaseCheck(ctx, packet);
    const to = await officerWords(ctx, liaisonId);
    await noteExhibits(ctx, { caseId, codes }, { action: "transferred", purpose, at, details: { to }, vault });
    return { value: undefined, audit };
  },
});

type Line = { caseId: string; purpose: string; at: Date };

async function isNoted(ctx: TxCtx, { caseId, purpose, at }: Line): Promise<boolean> {
  const same = and(eq(custodyEvents.purpose, purpose), eq(custodyEvents.at, at));
  const [row] = await ctx.db
    .select({ id: custodyEvents.id })
    .from(custodyEvents)
    .where(and(eq(custodyEvents.orgId, ctx.orgId), eq(custodyEvents.caseId, caseId), same))
    .limit(1);
  return row !== undefined;
}

async function officerWords(ctx: TxCtx, liaisonId: string): Promise<string> {
  const [row] = await ctx.db
    .select({ liaison: liaisons, name: members.name })
    .from(liaisons)
    .innerJoin(members, eq(members.id, liaisons.memberId))
    .where(and(eq(liaisons.orgId, ctx.orgId), eq(liaisons.memberId, liaisonId)));
  if (!row) return "";
  const { rank, unit, agency } = row.liaison;
  return [`${rank} ${row.name}`.trim(), unit, agency].filter(Boolean).join(", ");
}
