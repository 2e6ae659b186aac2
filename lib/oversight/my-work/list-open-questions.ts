import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { cases, handoverQuestions, handovers, members, packets } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { mostOfficerItems, officerItem, ofMyCases } from "./access";
import type { Few, OfficerItem } from "./types";

/** Unanswered questions of officers, oldest first, at most 100. */
export async function listOpenQuestions(ctx: TxCtx): Promise<Few<OfficerItem>> {
  const items = await ctx.db
    .select({
      ...officerItem,
      targetId: handoverQuestions.id,
      reason: handoverQuestions.reason,
      at: handoverQuestions.askedAt,
    })
    .from(handoverQuestions)
    .innerJoin(cases, eq(cases.id, handoverQuestions.caseId))
    .innerJoin(handovers, eq(handovers.id, handoverQuestions.handoverId))
    .innerJoin(packets, eq(packets.id, handovers.packetId))
    .innerJoin(members, eq(members.id, handovers.liaisonId))
    .where(and(ofMyCases(ctx), isNull(handoverQuestions.answeredAt)))
    .orderBy(asc(handoverQuestions.askedAt), asc(handoverQuestions.id))
    .limit(mostOfficerItems);
  return { items, count: items.length };
}
