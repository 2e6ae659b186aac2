import "server-only";
import { sql } from "drizzle-orm";
import { ask, memberDoorOf } from "@/db/client";
import { mintCtx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { lacksOf, type Role } from "@/lib/kernel/access/roles";
import { noteAttempt } from "@/lib/platform/attempts";
import { systemClock } from "@/lib/platform/time/clock";
import type { OpenApiToken } from "./types";

type Entered = {
  org_id: string;
  member_id: string;
  role: Role;
  lacks: string;
  name: string;
  org_name: string;
  token_id: string;
  token_name: string;
  scopes: string[];
  expires_at: string;
};

/**
 * The context of the token in an `Authorization` header: the member, without any fresh proof, so that what needs a
 * step-up is refused. Null for whatever does not open, without saying why: unknown, not agreed to, ended, run out, from
 * another network, or of a member who left or has another role.
 * @param network of whoever asks; null on this machine
 */
export async function ctxFromApiToken(header: string | null, network: string | null): Promise<OpenApiToken | null> {
  const secret = /^Bearer cdt_([\w-]{43})$/i.exec(header ?? "")?.[1];
  if (secret === undefined) return null;
  const from = (network ?? "127.0.0.1").replace(/::\/64$/, "::");
  const enter = sql`ctx.enter_api_token(${Buffer.from(secret, "base64url")}, ${from})`;
  try {
    const [row] = await ask<Entered>(sql`select * from ${enter}`);
    if (!row) return null;
    const ctx = mintCtx({
      orgId: row.org_id,
      orgName: row.org_name,
      actor: { memberId: row.member_id, role: row.role, name: row.name, lacks: lacksOf(row.lacks) },
      now: systemClock().now(),
      door: memberDoorOf(enter),
      apiToken: row.token_id,
    });
    const { token_id: id, token_name: name, scopes, expires_at: until } = row;
    return { ctx, token: { id, name, scopes, expiresAt: new Date(until) } };
  } catch (error) {
    if (sqlState(error) !== "28000") throw error;
    noteAttempt("unknown_token");
    return null;
  }
}
