import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

export type KnownDevice = { id: string; name: string; addedAt: Date; seenAt: Date };

/** The browsers in which this person has fully signed in, latest first. */
export async function listDevices(session: Buffer): Promise<KnownDevice[]> {
  const rows = await ask<{ id: string; name: string; added_at: string; seen_at: string }>(
    sql`select * from auth.list_devices(${session})`,
  );
  return rows.map(({ id, name, added_at, seen_at }) => ({
    id,
    name: name || "Unknown browser",
    addedAt: new Date(added_at),
    seenAt: new Date(seen_at),
  }));
}

/**
 * The device counts as unknown from now on; its session continues. @throws AppError not_found, for somebody else's too
 */
export async function forgetDevice(session: Buffer, id: unknown): Promise<void> {
  const [row] =
    typeof id === "string" && isId(id)
      ? await ask<{ done: boolean }>(sql`select auth.forget_device(${session}, ${id}::uuid) as done`)
      : [];
  if (!row?.done) throw new AppError("not_found", t("It was forgotten already."));
}
