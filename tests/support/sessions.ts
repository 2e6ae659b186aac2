import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId, newToken } from "@/lib/platform/ids";
import { owner } from "./db";

/** A session as the last step of a ceremony opens it. */
export async function sessionBy(loginId: string, amr: string): Promise<Buffer> {
  const [ticket, token] = [newToken(), newToken()] as const;
  await database().execute(sql`select auth.issue_ticket(${sha256(ticket)}, ${loginId}::uuid, ${amr})`);
  await database().execute(sql`select auth.redeem_ticket(${sha256(ticket)}, ${newId()}::uuid, ${sha256(token)})`);
  return token;
}

/** Marks a session as freshly proved, as the ceremony does. */
export async function prove(token: Buffer, how: "passkey" | "totp" | "password"): Promise<void> {
  await database().execute(sql`select auth.step_up(${token}, ${how})`);
}

/** The same person with a fresh proof of who they are, on a session of its own. */
export async function proved(ctx: Ctx): Promise<Ctx> {
  const [login] = await owner()<{ id: string }[]>`select id from auth.logins where member_id = ${ctx.actor.memberId}`;
  const token = await sessionBy(login?.id ?? "", "passkey");
  await prove(token, "passkey");
  const again = await ctxFromToken(token);
  if (!again) throw new Error("The session did not open.");
  return again;
}
