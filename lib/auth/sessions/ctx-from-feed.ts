import "server-only";
import { sql } from "drizzle-orm";
import { ask, memberDoorOf } from "@/db/client";
import { type Ctx, mintCtx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { lacksOf, type Role } from "@/lib/kernel/access/roles";
import { noteAttempt } from "@/lib/platform/attempts";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { systemClock } from "@/lib/platform/time/clock";

type Entered = { org_id: string; member_id: string; role: Role; name: string; org_name: string; lacks: string };

/** The context of a calendar address, as its maker; null when it is unknown or closed, or its maker has left. */
export async function ctxFromFeed(token: Buffer): Promise<Ctx | null> {
  const enter = sql`ctx.enter_feed(${token})`;
  try {
    const [row] = await ask<Entered>(sql`select * from ${enter}`);
    if (!row) return null;
    const actor = { memberId: row.member_id, role: row.role, name: row.name, lacks: lacksOf(row.lacks) };
    return mintCtx({
      orgId: row.org_id,
      orgName: row.org_name,
      actor,
      now: systemClock().now(),
      door: memberDoorOf(enter),
    });
  } catch (error) {
    if (sqlState(error) === "28000") return null;
    throw error;
  }
}

/** A burst of thirty requests, then one a minute per URL: calendar programs ask a few times an hour. */
export async function feedMayLook(token: Buffer): Promise<boolean> {
  const key = keyedToken(deriveKey(env().KEK, "bucket"), `feed|${token.toString("base64url")}`);
  const [row] = await ask<{ ok: boolean }>(sql`select auth.take(${key}, 30, ${1 / 60}) as ok`);
  if (!row?.ok) noteAttempt("budget_empty");
  return row?.ok ?? false;
}
