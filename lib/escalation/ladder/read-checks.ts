import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { custodyEvents, exhibits } from "@/db/schema";
import { byHandSentences } from "@/lib/evidence/custody/labels";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/**
 * For each case the exhibit checked longest ago, one with a web address and one without. A stored file is checked by
 * its hash; a web address only by a person who looks at it and records what is there.
 */
export function readChecks({ db }: TxCtx, caseIds: readonly string[]) {
  const { exhibitId, action, purpose, verified, at } = custodyEvents;
  const looked = sql`${action} = 'viewed' and ${purpose} = ${byHandSentences.viewed}`;
  const checked = db
    .select({
      exhibitId,
      hashedAt: sql`max(${at}) filter (where ${action} = 'hashed' and ${verified})`.as("last_hashed_at"),
      lookedAt: sql`max(${at}) filter (where ${looked})`.as("last_looked_at"),
    })
    .from(custodyEvents)
    .where(and(among(custodyEvents.caseId, caseIds), sql`${action} in ('hashed', 'viewed')`))
    .groupBy(exhibitId)
    .as("checked");
  const linked = sql<boolean>`${exhibits.sourceUrl} is not null`;
  const last = sql`case when ${linked} then ${checked.lookedAt} else ${checked.hashedAt} end`;
  const since = sql<Date>`greatest(${exhibits.receivedAt}, ${last})`.mapWith(exhibits.receivedAt);
  return db
    .selectDistinctOn([exhibits.caseId, linked], {
      caseId: exhibits.caseId,
      exhibitId: exhibits.id,
      number: exhibits.number,
      linked,
      since,
    })
    .from(exhibits)
    .leftJoin(checked, eq(checked.exhibitId, exhibits.id))
    .where(among(exhibits.caseId, caseIds))
    .orderBy(exhibits.caseId, linked, since, exhibits.number);
}
