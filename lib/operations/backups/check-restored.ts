import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { verifyOrganisation } from "@/lib/evidence/verification/verify-organisation";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { plural } from "@/lib/platform/text/format";
import type { Manifest } from "./input";
import { openSample } from "./open-sample";

/** One thing checked, and its problems; empty if there are none. */
export type Finding = { what: string; counted: string; problems: string[] };

/**
 * Checks a restored installation as production would use it, through the app's own role: row-level security, audit
 * chains up to the ends in the manifest, encrypted fields, and every stored file against the hash in its record.
 * @param organisations ids; their contexts are opened as the worker opens them
 */
export async function checkRestored(organisations: readonly string[], heads: Manifest["heads"]): Promise<Finding[]> {
  const findings = [await checkWalls()];
  const audit: Finding = { what: "Audit log", counted: "", problems: [] };
  const fields: Finding = { what: "Sealed fields", counted: "", problems: [] };
  const files: Finding = { what: "Stored files and custody ledgers", counted: "", problems: [] };
  const counts = { entries: 0, opened: 0, erased: 0, files: 0, lines: 0 };
  for (const orgId of organisations) {
    counts.entries += await checkAudit(orgId, heads, audit);
    const sample = await openSample(jobCtx(orgId), 10);
    counts.opened += sample.opened;
    counts.erased += sample.erased;
    await checkFiles(orgId, files, counts);
    fields.problems.push(...sample.shut.map((column) => `${column} does not open`));
  }
  audit.counted = plural(counts.entries, "entry", "entries");
  fields.counted = `${plural(counts.opened, "value")} opened${counts.erased > 0 ? `, ${counts.erased} erased` : ""}`;
  files.counted = `${plural(counts.files, "file")}, ${plural(counts.lines, "ledger line")}`;
  return [...findings, audit, fields, files];
}

/** Every original and derivative by its hash, every ledger; what was erased is not there on purpose. */
async function checkFiles(orgId: string, finding: Finding, counts: { files: number; lines: number }): Promise<void> {
  const erased = await erasedCases(orgId);
  const broken = new Map<string, number>();
  const report = await verifyOrganisation(jobCtx(orgId), {
    onBreak: async ({ kind, caseId }) => {
      if (!erased.has(caseId)) broken.set(kind, (broken.get(kind) ?? 0) + 1);
    },
  });
  counts.files += report.counts.originals + report.counts.derivatives;
  counts.lines += report.counts.lines;
  for (const [kind, count] of broken) finding.problems.push(`${kind}: ${count} of ${orgId}`);
}

async function erasedCases(orgId: string): Promise<Set<string>> {
  const rows = await withTransaction(jobCtx(orgId), "read only", ({ db }) =>
    db.execute<{ id: string }>(
      sql`select c.id from app.cases c join app.data_keys k on k.id = c.key_id where k.wrapped = ''`,
    ),
  );
  return new Set(rows.map(({ id }) => id));
}

async function checkWalls(): Promise<Finding> {
  const rows = await ask<{ name: string; whole: boolean }>(sql`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity
      and (select count(distinct p.polcmd) from pg_policy p where p.polrelid = c.oid and p.polpermissive) = 4 as whole
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and (n.nspname = 'app' or (n.nspname = 'audit' and c.relname = 'entries'))`);
  const open = rows.filter((row) => !row.whole).map(({ name }) => `${name} is not walled`);
  return { what: "Row-level security", counted: plural(rows.length, "table"), problems: open };
}

/** Walks the chain again as `audit.append` made it, and compares its end with the one the backup names. */
async function checkAudit(orgId: string, heads: Manifest["heads"], finding: Finding): Promise<number> {
  const [found] = await withTransaction(jobCtx(orgId), "read only", async ({ db }) => {
    await db.execute(sql`set local timezone = 'UTC'`);
    return db.execute<{ count: number; broken: number; seq: string; hash: string }>(sql`
      select count(*)::int as count, count(*) filter (where not coalesce(linked and whole, false))::int as broken,
        max(seq)::text as seq, (array_agg(encode(hash, 'hex') order by seq desc))[1] as hash
      from (select seq, hash, previous = lag(hash, 1, sha256(uuid_send(org_id))) over (order by seq)
          and seq = row_number() over (order by seq) as linked,
        hash = sha256(previous || convert_to(
          (jsonb_build_array(seq, at, member_id, role, action, subject_id, case_id, detail)
            || case when session is null then '[]' else jsonb_build_array(session) end)::text, 'UTF8')) as whole
        from audit.entries) e`);
  });
  const head = heads.find((candidate) => candidate.orgId === orgId);
  if (found?.broken)
    finding.problems.push(`${plural(found.broken, "entry", "entries")} of ${orgId} do not follow from the one before`);
  if (!head || found?.seq !== head.seq || found.hash !== head.hash)
    finding.problems.push(`the log of ${orgId} does not end where the backup says`);
  return found?.count ?? 0;
}
