import "server-only";
import { sql } from "drizzle-orm";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** The same number wherever it stands in the organisation, also where whoever asks may not look: never shown to them. */
export async function sameNumbers(ctx: TxCtx, { kind, canonical }: { kind: string; canonical: string }) {
  const rows = await ctx.db.execute<{ id: string; caseId: string }>(
    sql`select reference_id as id, case_id as "caseId" from app.number_hits(${kind}, ${canonical})`,
  );
  return [...rows];
}
