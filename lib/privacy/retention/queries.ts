import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { retentionChanges } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { officeZone } from "@/lib/law/office/rules";
import { namesOf } from "@/lib/organisation/members/names-of";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { findKeeping } from "./access";
import { decisionDay, reasonPlace } from "./rules";

import type { CaseKeeping, Keeping, ToDecide } from "./types";

/** The years of this organisation, and whether anybody set them. */
export const readKeeping = query("own.settings", (ctx): Promise<Keeping> => findKeeping(ctx));

/**
 * Closed cases whose day is `until` or before, the longest overdue first; 200 at most. Read from those that were closed so
 * long ago, two days more for the clocks of other zones, and from those whose day somebody changed.
 */
export const listToDecide = query("record.erase", async (ctx, until: CivilDate): Promise<ToDecide[]> => {
  const { years } = await findKeeping(ctx);
  const rows = await ctx.db.execute<ToDecide>(sql`
    select s.id as "caseId", s.code, s.pseudonym, s.closed_on::text as "closedOn", s.decide_on::text as "decideOn",
      exists (select 1 from app.holds h where h.org_id = s.org_id and h.case_id = s.id and h.lifted_at is null) as held,
      exists (select 1 from app.erasure_requests e where e.org_id = s.org_id and e.erased_id = s.id
        and e.state in ('waiting', 'released', 'erased')) as asked
    from (select c.org_id, c.id, c.code, c.pseudonym, (c.closed_at at time zone ${officeZone()})::date as closed_on,
        coalesce((select r.decide_on from app.retention_changes r where r.org_id = c.org_id and r.case_id = c.id
            and r.changed_at >= c.closed_at order by r.changed_at desc, r.id desc limit 1),
          ((c.closed_at at time zone ${officeZone()})::date + make_interval(years => ${years}))::date) as decide_on
      from app.cases c where c.id in (
        select n.id from app.cases n where n.org_id = ${ctx.orgId} and n.closed_at is not null
          and n.closed_at < (${until}::date - make_interval(years => ${years}) + interval '2 days')::timestamptz
        union select r.case_id from app.retention_changes r where r.org_id = ${ctx.orgId} and r.decide_on <= ${until}::date)
        and c.org_id = ${ctx.orgId} and c.closed_at is not null) s
    where s.decide_on <= ${until}::date order by s.decide_on, s.id limit 200`);
  return [...rows];
});

/** The keeping of one case: its day, and how it came to be that day. @throws AppError not_found */
export const readCaseKeeping = query("record.erase", async (ctx, caseId: string): Promise<CaseKeeping> => {
  const { keyId, closedAt } = await findCase(ctx, caseId);
  const rows = await ctx.db
    .select()
    .from(retentionChanges)
    .where(and(eq(retentionChanges.orgId, ctx.orgId), eq(retentionChanges.caseId, caseId)))
    .orderBy(desc(retentionChanges.changedAt), desc(retentionChanges.id));
  const vault = await openVault(ctx, keyId);
  const names = await namesOf(
    ctx,
    rows.map((row) => row.changedBy),
  );
  const postponed = rows.map(({ id, decideOn, reason, changedBy, changedAt: at }) => ({
    decideOn,
    at,
    reason: vault.open(reasonPlace(id), reason),
    by: names.get(changedBy) ?? "",
  }));
  if (!closedAt) return { closedOn: null, decideOn: null, postponed };
  const closedOn = civilDate(closedAt, officeZone());
  const live = postponed.find(({ at }) => at >= closedAt)?.decideOn ?? null;
  const { years } = await findKeeping(ctx);
  return { closedOn, decideOn: decisionDay(closedOn, years, live), postponed };
});
