import "server-only";
import { sql } from "drizzle-orm";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";

/** The job that grants roles which have waited a day because nobody could approve them. Logged. @returns how many */
export async function openAccessChanges(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  return withTransaction(ctx, "read write", async ({ db }) => {
    const [row] = await db.execute<{ n: number }>(sql`select app.open_access_changes() as n`);
    return row?.n ?? 0;
  });
}
