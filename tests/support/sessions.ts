import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { sha256 } from "@/lib/platform/crypto";
import { newId, newToken } from "@/lib/platform/ids";

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
