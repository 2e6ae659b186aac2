import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { wrapKey } from "@/lib/kernel/access/vault";
import { makeDeviceKeys } from "@/lib/platform/crypto/device-seal";
import { newId } from "@/lib/platform/ids";

/**
 * The key of a device on which this person may write offline. The device gets the public half alone: what it
 * seals it cannot read again. Null where the organisation does not work so.
 */
export async function makeOfflineKey(ctx: Ctx, session: Buffer): Promise<{ id: string; publicKey: string } | null> {
  const id = newId();
  const { publicKey, privateKey } = makeDeviceKeys();
  const wrapped = wrapKey(privateKey, ctx.orgId, id);
  const [row] = await ask<{ made: boolean }>(
    sql`select auth.make_offline_key(${session}, ${id}::uuid, ${wrapped}) as made`,
  );
  return row?.made ? { id, publicKey: publicKey.toString("base64url") } : null;
}
