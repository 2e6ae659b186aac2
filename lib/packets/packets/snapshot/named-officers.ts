import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { liaisons, members, releaseRecipients } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** An officer named by a release. `office` is all that the served part says about them: it contains no name. */
export type NamedOfficer = {
  releaseId: string;
  /** Of the officer's entry. */
  id: string;
  /** `Sergeant, Police, Fynbos Road` */
  office: string;
  /** The same with the name, for screens and the sealed annex. */
  who: string;
  rank: string;
  agency: string;
  unit: string;
  forceNumber: string;
  confirmedAt: Date;
  takenOffAt: Date | null;
};

/** The officers whom the releases of a case name or named, with their details as confirmed. */
export async function readNamedOfficers(ctx: TxCtx, caseId: string): Promise<NamedOfficer[]> {
  const rows = await ctx.db
    .select({ recipient: releaseRecipients, name: members.name, officer: liaisons })
    .from(releaseRecipients)
    .innerJoin(liaisons, eq(liaisons.memberId, releaseRecipients.memberId))
    .innerJoin(members, eq(members.id, releaseRecipients.memberId))
    .where(and(eq(releaseRecipients.orgId, ctx.orgId), eq(releaseRecipients.caseId, caseId)))
    .orderBy(asc(releaseRecipients.confirmedAt), asc(releaseRecipients.id));
  return rows.map(({ recipient, name, officer: { rank, agency, unit, forceNumber } }) => ({
    releaseId: recipient.releaseId,
    id: recipient.memberId,
    office: [rank, agency, unit].filter(Boolean).join(", "),
    who: [`${rank} ${name}`.trim(), agency, unit].filter(Boolean).join(", "),
    rank,
    agency,
    unit,
    forceNumber,
    confirmedAt: recipient.confirmedAt,
    takenOffAt: recipient.takenOffAt,
  }));
}
