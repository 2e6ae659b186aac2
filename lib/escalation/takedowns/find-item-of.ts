import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { takedowns } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { takedownCode } from "./rules";

/** The item on the take-down list that has the address of an exhibit, or null: its looks are recorded there. */
export const findItemOf = query("case.read", async (ctx, exhibitId: string) => {
  const [row] = await ctx.db
    .select({ id: takedowns.id, number: takedowns.number })
    .from(takedowns)
    .where(and(eq(takedowns.orgId, ctx.orgId), eq(takedowns.exhibitId, exhibitId), isNull(takedowns.droppedAt)))
    .orderBy(asc(takedowns.number));
  return row ? { id: row.id, code: takedownCode(row.number) } : null;
});
