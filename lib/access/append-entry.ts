import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AuditEntry } from "./audit-entry";

/** Appends one entry to the organisation's chain, in the transaction of the change it records. */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.execute(
    sql`select audit.append(${entry.action}, ${entry.subjectId}::uuid, ${entry.caseId ?? null}::uuid, ${JSON.stringify(entry.detail)}::jsonb)`,
  );
}

/**
 * The same for what happens all the time: nothing is appended when the same person has such an entry of the same subject
 * within so many seconds. @returns whether it was appended
 */
export async function writeAuditSeldom(tx: Tx, entry: AuditEntry, seconds: number): Promise<boolean> {
  const [row] = await tx.execute<{ seq: string | null }>(
    sql`select audit.append_seldom(${entry.action}, ${entry.subjectId}::uuid, ${entry.caseId ?? null}::uuid,
      ${JSON.stringify(entry.detail)}::jsonb, ${seconds}) as seq`,
  );
  return row?.seq != null;
}
