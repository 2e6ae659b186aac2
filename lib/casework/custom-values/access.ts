import "server-only";
import { and, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { caseAccess, cases, incidents, referrals } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { FieldRecord } from "@/lib/organisation/custom-fields/types";

/**
 * Those of the records whose fields for the owner this person sees: of a caseworker, the records of cases that they own
 * or cover. Postgres holds the same for the values.
 */
export async function mayKnow(
  ctx: TxCtx,
  record: FieldRecord,
  recordIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ctx.actor.role !== "caseworker") return new Set(recordIds);
  const owned = and(eq(caseAccess.orgId, ctx.orgId), eq(caseAccess.owns, true));
  const ids = [...recordIds];
  const of = { case: cases.id, client: cases.clientId, incident: incidents.id, referral: referrals.id }[record];
  const base = ctx.db
    .selectDistinct({ id: of })
    .from(caseAccess)
    .innerJoin(cases, and(eq(cases.orgId, caseAccess.orgId), eq(cases.id, caseAccess.caseId)))
    .$dynamic();
  if (record === "incident") base.innerJoin(incidents, eq(incidents.caseId, cases.id));
  if (record === "referral") base.innerJoin(referrals, eq(referrals.caseId, cases.id));
  const rows = await base.where(and(owned, among(of, ids)));
  return new Set(rows.map(({ id }) => id));
}
