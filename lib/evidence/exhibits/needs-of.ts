import "server-only";
import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { accounts, exhibits, imageStops, incidentExhibits, likenesses, translations } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { fromAccount, onScreen } from "./rules";
import { type ExhibitGap, type ExhibitNeed, exhibitGaps, exhibitNeeds } from "./types";

/**
 * What each exhibit of a case still needs, the same rules as `exhibitNeedsOf` in SQL: so that a case with thousands is
 * counted and filtered without reading them. Whether an encrypted value exists is no secret; its content stays
 * encrypted.
 */
export function needsOf({ db, orgId }: TxCtx, caseId: string) {
  const { accountId, capturedAt, capturedZone, device, id, language, lookedAt, method, number, sha256, sourceUrl } =
    exhibits;
  const first = sql<number>`min(${number}) over (partition by ${sha256})`;
  const linked = sql`exists (select 1 from ${incidentExhibits} where ${incidentExhibits.exhibitId} = ${id})`;
  const screened = [...onScreen];
  const ofAccount = [...fromAccount];
  const translated = sql`exists (select 1 from ${translations} t where t.exhibit_id = ${id} and t.withdraws is null
    and not exists (select 1 from ${translations} w where w.withdraws = t.id))`;
  const stopped = sql`exists (select 1 from ${imageStops} s where s.case_id = ${exhibits.caseId} and s.lifted_at is null)`;
  const alike = sql`exists (select 1 from ${likenesses} l where l.case_id = ${exhibits.caseId} and l.near_to is not null
    and (l.exhibit_id = ${id} or l.near_to = ${id}))`;
  const gaps: Record<ExhibitGap, SQL | undefined> = {
    needs_url: and(inArray(method, screened), isNull(sourceUrl)),
    needs_account_id: and(inArray(method, ofAccount), isNull(accounts.platformId)),
    needs_time: or(isNull(capturedAt), isNull(capturedZone)),
    no_incident: sql`not ${linked}`,
    no_device: sql`coalesce(${device}, '') = ''`,
    no_translation: sql`coalesce(${language}, '') <> '' and ${language} !~* '^en(glish)?\\M' and not ${translated}`,
  };
  const needs: Record<ExhibitNeed, SQL | undefined> = {
    with_gaps: or(...exhibitGaps.map((gap) => gaps[gap])),
    ...gaps,
    same_bytes: sql`${first} < ${number}`,
    looks_alike: sql`${alike} and not ${stopped}`,
  };
  const columns = Object.fromEntries(
    exhibitNeeds.map((need) => [need, sql<boolean>`(${needs[need]})`.as(need)]),
  ) as Record<ExhibitNeed, SQL.Aliased<boolean>>;
  return db.$with("needs").as(
    db
      .select({
        id,
        unseen: sql<boolean>`${lookedAt} is null`.as("unseen"),
        duplicateOf: sql<number | null>`case when ${first} < ${number} then ${first} end`.as("twin"),
        ...columns,
      })
      .from(exhibits)
      .leftJoin(accounts, and(eq(accounts.orgId, exhibits.orgId), eq(accounts.id, accountId), isNotNull(accountId)))
      .where(and(eq(exhibits.orgId, orgId), eq(exhibits.caseId, caseId))),
  );
}
