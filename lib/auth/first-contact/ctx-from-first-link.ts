import "server-only";
import { sql } from "drizzle-orm";
import { ask, doorOf } from "@/db/client";
import { type Ctx, mintCtx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { systemClock } from "@/lib/platform/time/clock";

/** The two halves that a redeemed link requires: the secret of its URL, and the token of the browser that opened it. */
export type FirstKeys = { secret: Buffer; browser: Buffer };

export type FirstEntered = {
  org_id: string;
  member_id: string;
  name: string;
  org_name: string;
  link_id: string;
  handover_id: string;
  downloads_left: number;
  expires_at: string;
  access_until: string;
};

export type OpenFirstLink = {
  ctx: Ctx;
  linkId: string;
  handoverId: string;
  downloadsLeft: number;
  expiresAt: Date;
  accessUntil: Date;
};

/** The officer of an open link, narrowed by Postgres to its one handover; null when the link is not open to this browser. */
export async function ctxFromFirstLink({ secret, browser }: FirstKeys): Promise<OpenFirstLink | null> {
  const enter = sql`ctx.enter_first_link(${secret}, ${browser})`;
  try {
    const [row] = await ask<FirstEntered>(sql`select * from ${enter}`);
    if (!row) return null;
    const actor = { memberId: row.member_id, role: "liaison" as const, name: row.name };
    return {
      ctx: mintCtx({ orgId: row.org_id, orgName: row.org_name, actor, now: systemClock().now(), door: doorOf(enter) }),
      linkId: row.link_id,
      handoverId: row.handover_id,
      downloadsLeft: row.downloads_left,
      expiresAt: new Date(row.expires_at),
      accessUntil: new Date(row.access_until),
    };
  } catch (error) {
    if (sqlState(error) === "28000") return null;
    throw error;
  }
}
