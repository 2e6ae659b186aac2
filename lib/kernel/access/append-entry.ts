import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type AppendedRow, noteAppended } from "./appended";
import type { AuditEntry } from "./audit-entry";

/** Appends one entry to the organisation's chain, in the transaction of the change it records. */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await appendBy(
    tx,
    sql`audit.append(${entry.action}, ${entry.subjectId}::uuid, ${entry.caseId ?? null}::uuid, ${JSON.stringify(entry.detail)}::jsonb)`,
  );
}

/** Several entries in one statement, one behind the other in this order. */
export async function writeAudits(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  const rows = entries.map(({ action, subjectId, caseId, detail }) => ({ action, subjectId, caseId, detail }));
  await appendBy(
    tx,
    sql`(select max(appended.seq) from (
      select audit.append(e.action, e."subjectId", e."caseId", e.detail) as seq
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(action text, "subjectId" uuid, "caseId" uuid, detail jsonb)
      offset 0) appended)`,
  );
}

/**
 * The same for frequent events: nothing is appended if the same person has such an entry for the same subject within
 * this many seconds. @returns whether it was appended
 */
export async function writeAuditSeldom(tx: Tx, entry: AuditEntry, seconds: number): Promise<boolean> {
  return appendBy(
    tx,
    sql`audit.append_seldom(${entry.action}, ${entry.subjectId}::uuid, ${entry.caseId ?? null}::uuid,
      ${JSON.stringify(entry.detail)}::jsonb, ${seconds})`,
  );
}

/**
 * Calls a database function that appends, and returns the new end of the log in the same statement: no extra round
 * trip, and what was committed can be recorded outside the database. @returns whether something was appended
 */
export async function appendBy(tx: Tx, call: SQL): Promise<boolean> {
  const [row] = await tx.execute<AppendedRow>(
    sql`select a.seq, audit.head_hash(a.seq) as hash from (select ${call} as seq offset 0) a`,
  );
  noteAppended(tx, row);
  return row?.seq != null;
}
