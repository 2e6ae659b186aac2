import "server-only";
import { sql } from "drizzle-orm";
import { ask, memberDoorOf } from "@/db/client";
import { type Ctx, mintCtx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import type { Role } from "@/lib/kernel/access/roles";
import type { Proof } from "@/lib/kernel/access/step-ups";
import { systemClock } from "@/lib/platform/time/clock";

type Entered = {
  org_id: string;
  member_id: string;
  role: Role;
  name: string;
  session_id: string;
  org_name: string;
  stepped_up: Proof | null;
};

/** The context of a session token; null when its session has ended, run out, lost its member or is confined. */
export async function ctxFromToken(token: Buffer): Promise<Ctx | null> {
  const enter = sql`ctx.enter(${token})`;
  try {
    const [row] = await ask<Entered>(sql`select entered.* from auth.touch(${token}), ${enter} entered`);
    if (!row) return null;
    const actor = { memberId: row.member_id, role: row.role, name: row.name };
    const { org_id: orgId, org_name: orgName, stepped_up: steppedUp } = row;
    const session = { sessionId: row.session_id, steppedUp };
    return mintCtx({ orgId, orgName, actor, now: systemClock().now(), ...session, door: memberDoorOf(enter) });
  } catch (error) {
    if (sqlState(error) === "28000") return null;
    throw error;
  }
}
