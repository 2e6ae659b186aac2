import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { cases, handoverOutcomes, handovers, members, packets } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { mostOfficerItems, officerItem, ofMyCases } from "./access";
import type { Few, OfficerItem } from "./types";

/** Officers' refusals that nobody on the case has marked as seen, oldest first, at most 100. */
export async function listUnseenRefusals(ctx: TxCtx): Promise<Few<OfficerItem>> {
  const rows = await ctx.db
    .select({ ...officerItem, targetId: handovers.id, at: handoverOutcomes.recordedAt })
    .from(handoverOutcomes)
    .innerJoin(cases, eq(cases.id, handoverOutcomes.caseId))
    .innerJoin(handovers, eq(handovers.id, handoverOutcomes.handoverId))
    .innerJoin(packets, eq(packets.id, handovers.packetId))
    .innerJoin(members, eq(members.id, handovers.liaisonId))
    .where(and(ofMyCases(ctx), eq(handoverOutcomes.outcome, "refused"), isNull(handoverOutcomes.seenAt)))
    .orderBy(asc(handoverOutcomes.recordedAt), asc(handoverOutcomes.id))
    .limit(mostOfficerItems);
  return { items: rows.map((row) => ({ ...row, reason: null })), count: rows.length };
}
