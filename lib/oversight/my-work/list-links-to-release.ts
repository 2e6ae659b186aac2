import "server-only";
import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { cases, firstLinks, members, packets } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { mostOfficerItems } from "./access";
import type { Few, PacketItem } from "./types";

/** Links made by others that await a second person, the longest wait first. */
export async function listLinksToRelease(ctx: TxCtx): Promise<Few<PacketItem>> {
  const waits = and(isNull(firstLinks.releasedAt), isNull(firstLinks.revokedAt));
  const items = await ctx.db
    .select({
      id: packets.id,
      caseId: packets.caseId,
      pseudonym: cases.pseudonym,
      code: packets.code,
      kind: packets.kind,
      version: packets.version,
      receiver: packets.receiver,
      by: members.name,
      at: firstLinks.madeAt,
    })
    .from(firstLinks)
    .innerJoin(packets, eq(packets.id, firstLinks.packetId))
    .innerJoin(cases, eq(cases.id, firstLinks.caseId))
    .innerJoin(members, eq(members.id, firstLinks.madeBy))
    .where(and(visibleCases(ctx), waits, ne(firstLinks.madeBy, ctx.actor.memberId ?? ctx.orgId)))
    .orderBy(asc(firstLinks.madeAt), asc(firstLinks.id))
    .limit(mostOfficerItems);
  return { items, count: items.length };
}
