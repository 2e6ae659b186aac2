import "server-only";
import { and, gte } from "drizzle-orm";
import { reportCounts } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { addHours } from "@/lib/platform/time/clock";
import { countsOf } from "./access";
import { KeptFigures } from "./input";
import { keptHours } from "./rules";
import type { CountedFigures, Filter } from "./types";

type Counts = { figures: CountedFigures | null; countedAt: Date };

/** What was counted for this person under this filter within the last day; none if it was in another form than today's. */
export async function findCounts(ctx: TxCtx, filter: Filter): Promise<Counts | null> {
  const [row] = await ctx.db
    .select({ figures: reportCounts.figures, countedAt: reportCounts.countedAt })
    .from(reportCounts)
    .where(and(countsOf(ctx, filter), gte(reportCounts.countedAt, addHours(ctx.now, -keptHours))));
  if (!row) return null;
  const read = KeptFigures.safeParse(row.figures);
  return read.success ? { figures: read.data, countedAt: row.countedAt } : null;
}
