import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";

export type SsoLink = { issuer: string; linkedAt: Date; usedAt: Date | null };

/** With which sign-in service the person of a full session is connected; null with none. */
export async function readSsoLink(session: Buffer): Promise<SsoLink | null> {
  const [row] = await ask<{ issuer: string; linked_at: string; used_at: string | null }>(
    sql`select * from auth.sso_link_of(${session})`,
  );
  if (!row) return null;
  return { issuer: row.issuer, linkedAt: new Date(row.linked_at), usedAt: row.used_at ? new Date(row.used_at) : null };
}
