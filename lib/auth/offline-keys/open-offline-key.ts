import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { unwrapKey } from "@/lib/kernel/access/vault";
import { isId } from "@/lib/platform/ids";

/**
 * The private key of a device; null for one that somebody else prepared, that has ended, or that never was. The session
 * that asks is from now on the one whose sign-out ends it.
 */
export async function openOfflineKey(ctx: Ctx, session: Buffer, id: unknown): Promise<Buffer | null> {
  if (typeof id !== "string" || !isId(id)) return null;
  const [row] = await ask<{ wrapped: string | null }>(
    sql`select auth.use_offline_key(${session}, ${id}::uuid) as wrapped`,
  );
  return row?.wrapped ? unwrapKey(row.wrapped, ctx.orgId, id) : null;
}
