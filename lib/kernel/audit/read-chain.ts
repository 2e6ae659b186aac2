import "server-only";
import { sql } from "drizzle-orm";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import type { ChainRow } from "./types";

/** The number of entries that share a transaction and are in memory at once. */
const batch = 4_000;

type Read = Omit<ChainRow, "seq"> & { seq: string };

/** The entries after `after`, in order and in batches. Memory use does not grow with the chain. */
export async function* readChain(ctx: Ctx, after: number): AsyncGenerator<ChainRow[]> {
  for (let last = after; ; ) {
    const rows = await withTransaction(ctx, "read only", ({ db, orgId }) => db.execute<Read>(statement(orgId, last)));
    const [end] = rows.slice(-1);
    if (!end) return;
    yield rows.map((row) => ({ ...row, seq: Number(row.seq) }));
    if (rows.length < batch) return;
    last = Number(end.seq);
  }
}

const statement = (orgId: string, after: number) => sql`
  select seq, coalesce(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '') as at, member_id as "memberId",
    role, action, subject_id as "subjectId", case_id as "caseId", detail::text as detail, session, previous, hash
  from audit.entries where org_id = ${orgId}::uuid and seq > ${after} order by seq limit ${batch}`;

export type Head = { seq: number; hash: Buffer } | null;

/** The head stored by the database, the number of the last entry, and the database's time, at one instant. */
export async function readHead(ctx: Ctx): Promise<{ head: Head; last: number; now: string }> {
  const [row] = await withTransaction(ctx, "read only", ({ db, orgId }) =>
    db.execute<{ seq: string | null; hash: Buffer | null; last: string | null; now: string }>(sql`
      select h.seq, h.hash, (select max(e.seq) from audit.entries e where e.org_id = ${orgId}::uuid) as last,
        to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as now
      from (select 1) one left join audit.head() h on true`),
  );
  const head = row?.hash ? { seq: Number(row.seq), hash: row.hash } : null;
  return { head, last: Number(row?.last ?? 0), now: row?.now ?? "" };
}
