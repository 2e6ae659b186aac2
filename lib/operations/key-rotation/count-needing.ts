import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { env } from "@/lib/platform/env";

/** How many data keys a key of the ring still wraps. With `retire`, and when it is none, the key is retired at once. */
export async function countNeeding(id: string, retire = false): Promise<number> {
  const isRoot = env().KEK_RING[0].id === id;
  const [row] = await ask<{ n: string }>(
    sql`select ctx.needing_kek(${env().SERVICE_TOKEN}, ${id}, ${isRoot}, ${retire}) as n`,
  );
  return Number(row?.n ?? 0);
}
