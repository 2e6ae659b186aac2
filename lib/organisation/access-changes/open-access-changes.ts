import "server-only";
import { sql } from "drizzle-orm";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";

/** The job that gives roles which waited their day because nobody could release them. The log says so. @returns how many */
export async function openAccessChanges(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  return withTransaction(ctx, "read write", async ({ db }) => {
    const [row] = await db.execute<{ n: number }>(sql`select app.open_access_changes() as n`);
    return row?.n ?? 0;
  });
}
