import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { openPasskeyName } from "./passkey-names";

export type PasskeyView = {
  id: string;
  name: string;
  copied: boolean;
  addedAt: Date;
  usedAt: Date | null;
  /** Until when it is worth no more than a password. */
  waitsUntil: Date | null;
};

type Row = {
  id: string;
  name: string;
  backup_eligible: boolean;
  added_at: string;
  used_at: string | null;
  waits_until: string | null;
};

/**
 * The passkeys of this session's person, oldest first. `copied`: the person's key store may copy it to other devices.
 */
export async function listPasskeys(session: Buffer): Promise<PasskeyView[]> {
  const rows = await ask<Row>(sql`select * from auth.list_passkeys(${session})`);
  return rows.map((row) => ({
    id: row.id,
    name: openPasskeyName(row.id, row.name),
    copied: row.backup_eligible,
    addedAt: new Date(row.added_at),
    usedAt: row.used_at ? new Date(row.used_at) : null,
    waitsUntil: row.waits_until ? new Date(row.waits_until) : null,
  }));
}
