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
 * After a release stopped covering its officers, or one of them: the portal and its files close by the rule of the
 * database in the same transaction; here the sealed annex and links do, a recall is opened for each copy that is out, and
 * a job tells the officers. The caller holds the case. @param of one officer alone; left out: everybody whom it covered
 * @returns what the log says of it
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
