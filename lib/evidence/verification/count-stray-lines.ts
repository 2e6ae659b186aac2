import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/kernel/access/query";

/** Lines whose exhibit is not there: nothing else would ever come across them. */
export const countStrayLines = query("job.run", async (ctx): Promise<number> => {
  const [row] = await ctx.db.execute<{ count: number }>(sql`select count(*)::integer as count
    from app.custody_events e where e.org_id = ${ctx.orgId}::uuid
      and not exists (select from app.exhibits x where x.id = e.exhibit_id and x.org_id = e.org_id)`);
  return row?.count ?? 0;
});
