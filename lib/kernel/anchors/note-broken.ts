import "server-only";
import { writeAuditSeldom } from "@/lib/kernel/access/append-entry";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import type { ChainBreak } from "@/lib/kernel/audit/types";

/** A broken chain stays broken, so it is reported once a day; that alerts the supervisors. */
const seconds = 24 * 3600 - 60;

/** Logs that the log itself fails verification, and from which entry. */
export async function noteBroken(ctx: Ctx, { seq, problem }: ChainBreak): Promise<void> {
  const entry = { action: "audit.broken", subjectId: ctx.orgId, detail: { problem, seq } } as const;
  await withTransaction(ctx, "read write", ({ db }) => writeAuditSeldom(db, entry, seconds));
}
