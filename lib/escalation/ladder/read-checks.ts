import "server-only";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { custodyEvents, exhibits, takedownEvents, takedowns } from "@/db/schema";
import { byHandSentences } from "@/lib/evidence/custody/labels";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/**
 * For each case the exhibit checked longest ago, one with a web address and one without. A stored file is checked by
 * its hash; a web address only by a person who looks at it and records what is there: on the take-down list where the
 * address is on it, otherwise in the ledger.
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
  const { happenedOn, recordedAt } = takedownEvents;
  const seen = db
    .select({
      exhibitId: exhibits.id,
      // A look of an earlier day counts from the end of that day.
      seenAt: sql`max(least(${recordedAt}, (${happenedOn} + 1)::timestamp at time zone 'UTC'))`.as("last_seen_at"),
    })
    .from(takedownEvents)
    .innerJoin(takedowns, and(eq(takedowns.orgId, takedownEvents.orgId), eq(takedowns.id, takedownEvents.takedownId)))
    // Every exhibit of the address, and the one that the item was taken from.
    .innerJoin(
      exhibits,
      and(
        eq(exhibits.caseId, takedowns.caseId),
        or(eq(exhibits.id, takedowns.exhibitId), eq(exhibits.addressMark, takedowns.addressMark)),
      ),
    )
    .where(
      and(
        among(takedownEvents.caseId, caseIds),
        sql`${takedownEvents.event} in ('seen_up', 'seen_gone')`,
        isNull(takedownEvents.undoneAt),
        isNull(takedowns.droppedAt),
      ),
    )
    .groupBy(exhibits.id)
    .as("seen");
  const linked = sql<boolean>`${exhibits.sourceUrl} is not null`;
  const last = sql`case when ${linked} then greatest(${checked.lookedAt}, ${seen.seenAt}) else ${checked.hashedAt} end`;
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
    .leftJoin(seen, eq(seen.exhibitId, exhibits.id))
    .where(among(exhibits.caseId, caseIds))
    .orderBy(exhibits.caseId, linked, since, exhibits.number);
}
