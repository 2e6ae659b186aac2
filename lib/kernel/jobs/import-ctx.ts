import "server-only";
import { sql } from "drizzle-orm";
import { ask, doorOf } from "@/db/client";
import { type Ctx, mintCtx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { lacksOf } from "@/lib/kernel/access/roles";
import { env } from "@/lib/platform/env";
import { type Clock, systemClock } from "@/lib/platform/time/clock";

type Entered = { member_id: string; name: string; lacks: string };

/**
 * The context of a running import: the person who started it, with their permissions. Null if it is no longer running,
 * or if that person is no longer a supervisor here.
 */
export async function importCtx(orgId: string, importId: string, clock: Clock = systemClock()): Promise<Ctx | null> {
  const enter = sql`ctx.enter_import(${env().SERVICE_TOKEN}, ${orgId}::uuid, ${importId}::uuid)`;
  try {
    const [row] = await ask<Entered>(sql`select * from ${enter}`);
    if (!row) return null;
    return mintCtx({
      orgId,
      orgName: "",
      now: clock.now(),
      actor: { memberId: row.member_id, role: "supervisor", name: row.name, lacks: lacksOf(row.lacks) },
      door: doorOf(enter),
    });
  } catch (error) {
    if (sqlState(error) === "28000") return null;
    throw error;
  }
}
