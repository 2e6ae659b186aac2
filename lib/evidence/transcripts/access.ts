import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { transcripts } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** The newest row of an exhibit, a version or one that takes it back. The caller may see the exhibit. */
export async function newestOf(ctx: TxCtx, exhibitId: string) {
  const { id, version, withdraws } = transcripts;
  const [row] = await ctx.db
    .select({ id, version, withdraws })
    .from(transcripts)
    .where(and(eq(transcripts.orgId, ctx.orgId), eq(transcripts.exhibitId, exhibitId)))
    .orderBy(desc(version))
    .limit(1);
  return row ?? null;
}
