import "server-only";
import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import { dispatches, firstLinks, handovers, packets } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { heldWords } from "./labels";
import type { HeldView } from "./types";

/**
 * What each officer was given of a case, in the portal, on paper, or is offered by a link, by the id of their entry.
 */
export async function readHeld(ctx: TxCtx, caseId: string): Promise<Map<string, HeldView[]>> {
  const about = { code: packets.code, version: packets.version };
  const given = await ctx.db
    .select({ ...about, memberId: handovers.liaisonId, withAnnex: handovers.withAnnex })
    .from(handovers)
    .innerJoin(packets, eq(packets.id, handovers.packetId))
    .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.caseId, caseId)))
    .orderBy(asc(handovers.deliveredAt));
  const sent = await ctx.db
    .select({ ...about, memberId: dispatches.liaisonId, withAnnex: dispatches.withAnnex })
    .from(dispatches)
    .innerJoin(packets, eq(packets.id, dispatches.packetId))
    .where(and(eq(dispatches.orgId, ctx.orgId), eq(dispatches.caseId, caseId)))
    .orderBy(asc(dispatches.sentAt));
  const offered = await ctx.db
    .select({ ...about, memberId: firstLinks.liaisonId })
    .from(firstLinks)
    .innerJoin(packets, eq(packets.id, firstLinks.packetId))
    .where(
      and(
        eq(firstLinks.orgId, ctx.orgId),
        eq(firstLinks.caseId, caseId),
        isNull(firstLinks.revokedAt),
        or(isNull(firstLinks.expiresAt), gt(firstLinks.expiresAt, ctx.now)),
      ),
    )
    .orderBy(asc(firstLinks.madeAt));
  const found = new Map<string, HeldView[]>();
  const note = (memberId: string | null, held: HeldView) => {
    if (!memberId) return;
    const before = found.get(memberId) ?? [];
    const same = before.some((candidate) => heldWords(candidate) === heldWords(held));
    if (!same) found.set(memberId, [...before, held]);
  };
  for (const { memberId, ...row } of given) note(memberId, { ...row, how: "portal" });
  for (const { memberId, ...row } of sent) note(memberId, { ...row, how: "paper" });
  for (const { memberId, ...row } of offered) note(memberId, { ...row, how: "link", withAnnex: false });
  return found;
}
