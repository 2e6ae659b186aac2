import "server-only";
import { sql } from "drizzle-orm";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";

/** The job for changes of roles that waited three days because nobody could confirm them. Logged. @returns how many */
export async function openRoleChanges(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  return withTransaction(ctx, "read write", async ({ db }) => {
    const [row] = await db.execute<{ n: number }>(sql`select app.open_role_changes() as n`);
    return row?.n ?? 0;
  });
}
