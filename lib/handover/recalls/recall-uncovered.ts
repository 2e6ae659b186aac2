import "server-only";
import { and, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { dispatches, handovers } from "@/db/schema";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { type Copy, coverOf } from "./access";
import { openRecall } from "./open-recall";

/**
 * Opens a recall for each copy of a case held by an officer whom this release named until now, that no other release
 * covers, and that is not being recalled. A packet in the portal that nobody opened is closed and needs no recall.
 * @param of `memberId`: the one officer who was just removed; omitted: everybody whom it still named
 * @returns the log details of each
 */
export async function recallUncovered(
  ctx: TxCtx,
  caseId: string,
  { releaseId, memberId }: { releaseId: string; memberId?: string },
): Promise<AuditEntry[]> {
  const whom = memberId ? sql`n.member_id = ${memberId}::uuid` : sql`n.taken_off_at is null`;
  const named = (liaisonId: SQL | typeof handovers.liaisonId | typeof dispatches.liaisonId) =>
    sql`exists (select 1 from app.release_recipients n
      where n.release_id = ${releaseId}::uuid and n.member_id = ${liaisonId} and ${whom})`;
  const given = await ctx.db
    .select({ id: handovers.id, packetId: handovers.packetId, cover: coverOf(handovers) })
    .from(handovers)
    .where(
      and(
        eq(handovers.orgId, ctx.orgId),
        eq(handovers.caseId, caseId),
        named(handovers.liaisonId),
        or(isNotNull(handovers.openedAt), isNotNull(handovers.downloadedAt)),
        sql`not exists (select 1 from app.recalls r where r.handover_id = ${handovers.id} and r.settled_at is null)`,
      ),
    );
  const sent = await ctx.db
    .select({ id: dispatches.id, packetId: dispatches.packetId, cover: coverOf(dispatches) })
    .from(dispatches)
    .where(
      and(
        eq(dispatches.orgId, ctx.orgId),
        eq(dispatches.caseId, caseId),
        named(dispatches.liaisonId),
        sql`not exists (select 1 from app.recalls r where r.dispatch_id = ${dispatches.id} and r.settled_at is null)`,
      ),
    );
  const copies: Copy[] = [
    ...given
      .filter(({ cover }) => cover !== "covered")
      .map(({ id, packetId }) => ({ handoverId: id, dispatchId: null, packetId, caseId })),
    ...sent
      .filter(({ cover }) => cover !== "covered")
      .map(({ id, packetId }) => ({ handoverId: null, dispatchId: id, packetId, caseId })),
  ];
  const entries: AuditEntry[] = [];
  for (const copy of copies) entries.push(await openRecall(ctx, copy, releaseId));
  return entries;
}
