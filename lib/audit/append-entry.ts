import "server-only";
import { sql } from "drizzle-orm";
import type { Scoped } from "@/lib/access/ctx";
import type { AuditEntry } from "./types";

/** Appends one entry to the organisation's chain, in the transaction of the change it records. */
export async function writeAudit(ctx: Scoped, entry: AuditEntry): Promise<void> {
  await ctx.db.execute(
    sql`select audit.append(${entry.action}, ${entry.subjectId}::uuid, ${entry.caseId ?? null}::uuid, ${JSON.stringify(entry.detail)}::jsonb)`,
  );
}
