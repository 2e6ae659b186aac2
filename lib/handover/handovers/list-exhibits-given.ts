import "server-only";
import { sql } from "drizzle-orm";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** The exhibits of a packet that was given to this officer, by code. */
export async function listExhibitsGiven(ctx: TxCtx, packetId: string): Promise<string[]> {
  const [row] = await ctx.db.execute<{ numbers: number[] }>(
    sql`select app.packet_exhibits(${packetId}::uuid) as numbers`,
  );
  return (row?.numbers ?? []).map(exhibitLabel);
}
