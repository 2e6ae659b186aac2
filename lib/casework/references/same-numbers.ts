import "server-only";
import { sql } from "drizzle-orm";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** The same number anywhere in the organisation, including where the person may not look; never shown to them. */
export async function sameNumbers(ctx: TxCtx, { kind, canonical }: { kind: string; canonical: string }) {
  const rows = await ctx.db.execute<{ id: string; caseId: string }>(
    sql`select reference_id as id, case_id as "caseId" from app.number_hits(${kind}, ${canonical})`,
  );
  return [...rows];
}
