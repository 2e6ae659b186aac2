import type { SQL } from "drizzle-orm";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";

/** One statement in the name of somebody, with the rights of the application's role: past its code, not past the walls. */
export async function bySql<Row extends Record<string, unknown>>(ctx: Ctx, statement: SQL): Promise<Row[]> {
  return withTransaction(ctx, "read write", async ({ db }) => [...(await db.execute(statement))] as Row[]);
}

/** For `toSatisfy`: Postgres itself refused, by a trigger, a policy or a missing right. */
export const refusedByPostgres = (error: unknown): boolean => sqlState(error) === "42501";
