import postgres from "postgres";
import { inject } from "vitest";
import { firstHash, hashEntry } from "@/lib/kernel/audit/hash-entry";
import type { ChainRow } from "@/lib/kernel/audit/types";

export type LogBreaker = {
  sql: postgres.Sql;
  /** Does a thing to the log, hands back what `look` finds, and undoes it to the last bit. */
  whileBroken: <T>(breakIt: (sql: postgres.Sql) => Promise<unknown>, look: () => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

/** The superuser of the test's server with every trigger off, and the log of one organisation as it is now. */
export async function openLogBreaker(orgId: string): Promise<LogBreaker> {
  const name = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  const url = inject("database").superuserUrl.replace(/[^/]+$/, name);
  const connection = { session_replication_role: "replica" };
  const sql = postgres(url, { max: 1, connection, onnotice: () => {} });
  await sql`create temp table kept_entries as select * from audit.entries where org_id = ${orgId}`;
  await sql`create temp table kept_heads as select * from audit.heads where org_id = ${orgId}`;
  await sql`create temp table kept_anchors as select * from app.audit_anchors where org_id = ${orgId}`;
  const restore = () =>
    sql.begin(async (tx) => {
      await tx`delete from audit.entries where org_id = ${orgId} or (org_id, seq) in (select org_id, seq from kept_entries)`;
      await tx`delete from audit.heads where org_id = ${orgId}`;
      await tx`insert into audit.entries select * from kept_entries`;
      await tx`insert into audit.heads select * from kept_heads`;
      await tx`delete from app.audit_anchors where org_id = ${orgId}`;
      await tx`insert into app.audit_anchors select * from kept_anchors`;
    });
  return {
    sql,
    whileBroken: async (breakIt, look) => {
      await breakIt(sql);
      try {
        return await look();
      } finally {
        await restore();
      }
    },
    close: () => sql.end(),
  };
}

/** Writes the chain again from what the rows say now, and the head with it: what only an anchor can see. */
export async function rechain(sql: postgres.Sql, orgId: string): Promise<void> {
  const rows = await sql<ChainRow[]>`select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at,
    member_id as "memberId", role, action, subject_id as "subjectId", case_id as "caseId", detail::text as detail, session
    from audit.entries where org_id = ${orgId} order by seq`;
  let previous = firstHash(orgId);
  for (const row of rows) {
    const hash = hashEntry({ ...row, previous });
    await sql`update audit.entries set previous = ${previous}, hash = ${hash} where org_id = ${orgId} and seq = ${row.seq}`;
    previous = hash;
  }
  await sql`update audit.heads set seq = ${rows.at(-1)?.seq ?? 0}, hash = ${previous} where org_id = ${orgId}`;
}
