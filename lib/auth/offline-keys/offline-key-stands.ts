import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { isId } from "@/lib/platform/ids";

/** Whether somebody can still open what waits on a device. Asked without a session: a lost device learns that it is over. */
export async function offlineKeyStands(id: unknown): Promise<boolean> {
  if (typeof id !== "string" || !isId(id)) return false;
  const [row] = await ask<{ stands: boolean }>(sql`select auth.offline_key_stands(${id}::uuid) as stands`);
  return row?.stands ?? false;
}
