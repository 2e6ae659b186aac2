import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { consents } from "@/db/schema";
import type { lockAnyCase } from "@/lib/casework/cases/access";
import { consentPlace } from "@/lib/casework/cases/rules";
import { touchCase } from "@/lib/casework/cases/touch-case";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import type { CivilDate } from "@/lib/platform/time/calendar";

type Case = Pick<Awaited<ReturnType<typeof lockAnyCase>>, "id" | "keyId">;

/**
 * Withdraws every consent of a locked case that still stands, for a client who took hers back herself: none of the
 * earlier ones takes its place. Other grounds stay. @returns the log details of each
 */
export async function endConsents(
  ctx: TxCtx,
  row: Case,
  { on, at, reason }: { on: CivilDate; at: Date; reason: string },
): Promise<AuditEntry[]> {
  const standing = and(
    eq(consents.orgId, ctx.orgId),
    eq(consents.caseId, row.id),
    eq(consents.ground, "consent"),
    isNull(consents.withdrawnAt),
  );
  const found = await ctx.db.select({ id: consents.id }).from(consents).where(standing).for("update");
  const vault = await openVault(ctx, row.keyId);
  for (const { id } of found) {
    await ctx.db
      .update(consents)
      .set({
        withdrawnOn: on,
        withdrawnReason: vault.seal(consentPlace("withdrawn_reason", id), reason),
        withdrawnAt: at,
      })
      .where(and(standing, eq(consents.id, id)));
  }
  if (found.length > 0) await touchCase(ctx, row.id);
  return found.map(({ id }) => ({ action: "consent.withdrawn", subjectId: id, caseId: row.id, detail: { on } }));
}
