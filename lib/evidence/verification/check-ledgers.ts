import "server-only";
import { sql } from "drizzle-orm";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { ledgerWords } from "./labels";
import type { LedgerProblem } from "./types";

export type LedgerFound = { exhibitId: string; lines: number; problem: string | null };

/**
 * Verifies the ledgers of some exhibits in the database: numbers without a gap, each line's hash by app.custody_hash(),
 * the previous line, the separately stored end, and consistency with the exhibit. Formula 1, of the first releases,
 * covers fewer columns; those it omits must be empty.
 * @returns one for each exhibit, with the first problem in words
 */
export async function checkLedgers(ctx: TxCtx, exhibitIds: readonly string[]): Promise<LedgerFound[]> {
  if (exhibitIds.length === 0) return [];
  const ids = sql`${`{${exhibitIds.join(",")}}`}::uuid[]`;
  const rows = await ctx.db.execute<{
    id: string;
    lines: number;
    problem: LedgerProblem | null;
    line: number | null;
  }>(sql`
    with lines as (
      select e.*, app.custody_hash(e) as again,
        row_number() over one as place,
        lag(e.hash, 1, sha256(uuid_send(e.exhibit_id))) over one as before,
        lag(e.formula, 1, 1::smallint) over one as formula_before
      from app.custody_events e where e.exhibit_id = any(${ids})
      window one as (partition by e.exhibit_id order by e.seq)
    ), judged as (
      select l.exhibit_id, l.seq, case
        when l.org_id <> x.org_id or l.case_id <> x.case_id then 'elsewhere'
        when l.hash <> l.again then 'changed'
        when l.formula not in (1, 2) or l.formula < l.formula_before then 'changed'
        when l.formula = 1 and num_nonnulls(l.details, l.sha256_after, l.derivative_id, l.verified) > 0 then 'changed'
        when l.seq <> l.place or l.previous <> l.before then 'order'
        when l.sha256 <> x.sha256 then 'other_hash'
        when l.place = 1 and l.action not in ('collected', 'received') then 'first'
        when l.derivative_id is not null and not exists (select from app.derivatives d
          where d.id = l.derivative_id and d.exhibit_id = l.exhibit_id
            and (l.sha256_after is null or d.sha256 = l.sha256_after)) then 'other_derivative'
      end as problem
      from lines l join app.exhibits x on x.id = l.exhibit_id
    )
    select x.id, coalesce(t.count, 0)::integer as lines,
      case when coalesce(t.count, 0) = 0 then 'empty'
        when b.problem is not null then b.problem
        when h.hash is null or h.seq <> t.last or h.hash <> t.hash then 'cut'
        when not t.received then 'first' end as problem,
      coalesce(b.seq, t.last) as line
    from app.exhibits x
    left join app.custody_heads h on h.exhibit_id = x.id
    left join lateral (select count(*), max(l.seq) as last, bool_or(l.action = 'received') as received,
      (array_agg(l.hash order by l.seq desc))[1] as hash from lines l where l.exhibit_id = x.id) t on true
    left join lateral (select j.seq, j.problem from judged j
      where j.exhibit_id = x.id and j.problem is not null order by j.seq limit 1) b on true
    where x.id = any(${ids})`);
  return [...rows].map(({ id, lines, problem, line }) => ({
    exhibitId: id,
    lines,
    problem: problem && ledgerWords[problem](line ?? 0),
  }));
}
