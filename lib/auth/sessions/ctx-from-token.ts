import "server-only";
import { sql } from "drizzle-orm";
import { ask, memberDoorOf } from "@/db/client";
import { type Ctx, mintCtx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { lacksOf, type Role } from "@/lib/kernel/access/roles";
import type { Proof } from "@/lib/kernel/access/step-ups";
import { systemClock } from "@/lib/platform/time/clock";
import type { NoticeKind } from "./types";

type NoticeRow = { id: string; kind: NoticeKind; device: string; at: string; may_dismiss: boolean };

type Entered = {
  org_id: string;
  member_id: string;
  role: Role;
  name: string;
  session_id: string;
  org_name: string;
  stepped_up: Proof | null;
  notices: NoticeRow[];
  lacks: string;
};

/** A person at work, and the notices about their sign-in that they have not dismissed. */
export type OpenSession = { ctx: Ctx; notices: NoticeRow[] };

/** The context of a session token; null when its session has ended, run out, lost its member or is confined. */
export async function ctxFromToken(token: Buffer): Promise<Ctx | null> {
  return (await openSession(token))?.ctx ?? null;
}

/** What every page begins with, in one statement. Null as above. */
export async function openSession(token: Buffer): Promise<OpenSession | null> {
  const enter = sql`ctx.enter(${token})`;
  try {
    const notices = sql`(select coalesce(json_agg(n), '[]') from auth.list_notices(${token}) n)`;
    const [row] = await ask<Entered>(
      sql`select entered.*, ${notices} as notices from auth.touch(${token}), ${enter} entered`,
    );
    if (!row) return null;
    const actor = { memberId: row.member_id, role: row.role, name: row.name, lacks: lacksOf(row.lacks) };
    const { org_id: orgId, org_name: orgName, stepped_up: steppedUp } = row;
    const session = { sessionId: row.session_id, steppedUp };
    const now = systemClock().now();
    const ctx = mintCtx({ orgId, orgName, actor, now, ...session, door: memberDoorOf(enter) });
    return { ctx, notices: row.notices };
  } catch (error) {
    if (sqlState(error) === "28000") return null;
    throw error;
  }
}
