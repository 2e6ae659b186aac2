import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { packets } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { holdCopy } from "./hold-copy";

type Packet = typeof packets.$inferSelect;

/**
 * Creates a placeholder for a copy of each version of a packet that no longer counts, in the transaction that makes a
 * newer one count. Called by the build job: nothing else writes parts.
 */
export async function holdCopies(ctx: TxCtx, { caseId, number }: Pick<Packet, "caseId" | "number">): Promise<void> {
  const versions = await ctx.db
    .select()
    .from(packets)
    .where(
      and(
        eq(packets.orgId, ctx.orgId),
        eq(packets.caseId, caseId),
        eq(packets.number, number),
        isNotNull(packets.fileId),
        isNotNull(packets.snapshot),
      ),
    );
  for (const version of versions) await holdCopy(ctx, version);
}
