import "server-only";
import { and, asc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { packetParts, packets } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addHours } from "@/lib/platform/time/clock";
import { holdCopy } from "./hold-copy";
import { deliverable } from "./rules";

const newer = alias(packets, "q");

/** The number handled in one round: 400 an hour. */
const batch = 100;

/**
 * The part of the round that retries copies: versions that stopped counting before there were copies, those of a case
 * that was stopped meanwhile, and once a day those of which none could be made. @returns how many were enqueued
 */
export async function askForCopies(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  return withTransaction(ctx, "read write", async (scoped) => {
    const replaced = sql`exists (select 1 from ${packets} q where q.org_id = ${packets.orgId}
      and q.case_id = ${packets.caseId} and q.number = ${packets.number} and q.version > ${packets.version}
      and ${inArray(newer.status, [...deliverable])})`;
    const part = sql`case when ${packets.withdrawnAt} is null then 'superseded_copy' else 'withdrawn_copy' end`;
    // A copy that exists or was requested within a day is skipped. A placeholder names the served file.
    const settled = sql`exists (select 1 from ${packetParts} c where c.packet_id = ${packets.id} and c.part = ${part}
      and (c.file_id <> ${packets.fileId} or c.made_at > ${addHours(scoped.now, -24).toISOString()}::timestamptz))`;
    const counted = and(inArray(packets.status, [...deliverable]), replaced);
    const rows = await scoped.db
      .select()
      .from(packets)
      .where(
        and(
          eq(packets.orgId, scoped.orgId),
          isNotNull(packets.fileKeyId),
          isNotNull(packets.snapshot),
          or(isNotNull(packets.withdrawnAt), counted),
          sql`not ${settled}`,
        ),
      )
      .orderBy(asc(packets.id))
      .limit(batch);
    for (const packet of rows) await holdCopy(scoped, packet);
    return rows.length;
  });
}
