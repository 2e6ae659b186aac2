import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { handovers } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { closeUncovered } from "@/lib/handover/first-contact/access";
import { recallUncovered } from "@/lib/handover/recalls/recall-uncovered";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";

/**
 * Called after a release stopped covering its officers, or one of them. The database rule closes the portal and its
 * files in the same transaction; this closes the sealed annex and links, opens a recall for each copy that is out, and
 * enqueues a job that notifies the officers. The caller holds the case lock. @param of one officer only; omitted:
 * everybody whom it covered
 * @returns the log details
 */
export async function closeCopies(
  ctx: TxCtx,
  { caseId, releaseId }: { caseId: string; releaseId: string },
  of?: { memberId: string },
): Promise<AuditEntry[]> {
  await ctx.db
    .update(handovers)
    .set({ annexUntil: ctx.now })
    .where(
      and(
        eq(handovers.orgId, ctx.orgId),
        eq(handovers.annexReleaseId, releaseId),
        of && eq(handovers.liaisonId, of.memberId),
        gt(handovers.annexUntil, ctx.now),
      ),
    );
  const closed = await closeUncovered(ctx, caseId);
  const recalled = await recallUncovered(ctx, caseId, { releaseId, ...of });
  await enqueue(ctx, "release.tell", { releaseId, ...of });
  await touchCase(ctx, caseId);
  return [
    ...closed.map((subjectId): AuditEntry => ({ action: "first_link.revoked", subjectId, caseId, detail: {} })),
    ...recalled,
  ];
}
