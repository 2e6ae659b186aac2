import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { cases, handoverOutcomes, handovers, members, packets } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { visibleCases } from "@/lib/cases/scope";
import type { Few, OfficerItem } from "./types";

const cap = 100;

/** An officer waits for an answer on a closed case as well. */
const ofMyCases = (ctx: Scoped) => and(visibleCases(ctx), eq(cases.ownerId, ctx.actor.memberId ?? ctx.orgId));

const item = {
  packetId: packets.id,
  pseudonym: cases.pseudonym,
  code: packets.code,
  version: packets.version,
  kind: packets.kind,
  officer: members.name,
};

/** Refusals of officers that nobody of the case noted as seen, oldest first, at most 100. */
export async function listUnseenRefusals(ctx: Scoped): Promise<Few<OfficerItem>> {
  const rows = await ctx.db
    .select({ ...item, targetId: handovers.id, at: handoverOutcomes.recordedAt })
    .from(handoverOutcomes)
    .innerJoin(cases, eq(cases.id, handoverOutcomes.caseId))
    .innerJoin(handovers, eq(handovers.id, handoverOutcomes.handoverId))
    .innerJoin(packets, eq(packets.id, handovers.packetId))
    .innerJoin(members, eq(members.id, handovers.liaisonId))
    .where(and(ofMyCases(ctx), eq(handoverOutcomes.outcome, "refused"), isNull(handoverOutcomes.seenAt)))
    .orderBy(asc(handoverOutcomes.recordedAt), asc(handoverOutcomes.id))
    .limit(cap);
  return { items: rows.map((row) => ({ ...row, reason: null })), count: rows.length };
}
