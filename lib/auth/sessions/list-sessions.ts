import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";

export type OpenSession = { id: string; device: string; startedAt: Date; seenAt: Date; own: boolean };

/** The live sessions of this full session's person, the current one first. Times are accurate to the minute. */
export async function listSessions(session: Buffer): Promise<OpenSession[]> {
  const rows = await ask<{ id: string; device: string; started_at: string; seen_at: string; own: boolean }>(
    sql`select * from auth.list_sessions(${session})`,
  );
  return rows.map(({ id, device, started_at, seen_at, own }) => ({
    id,
    device: device || t("Unknown browser"),
    own,
    startedAt: new Date(started_at),
    seenAt: new Date(seen_at),
  }));
}
