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
