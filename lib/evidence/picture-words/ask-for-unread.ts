import "server-only";
import { and, desc, eq, isNotNull, not, sql } from "drizzle-orm";
import { derivatives, exhibits, imageStops } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";

/** The number of exhibits enqueued in one night; each takes some seconds. */
const batch = 2_000;

/**
 * Enqueues the exhibits with a picture that no machine has read: those of an earlier release, and what a server could
 * not open then. Newest first. @returns how many
 */
export async function askForUnread(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  return withTransaction(ctx, "read write", async (scoped) => {
    const unreadMade = sql`exists (select 1 from ${derivatives} d where d.exhibit_id = ${exhibits.id}
      and d.kind in ('page', 'redacted') and not exists (select 1 from ${derivatives} o
        where o.exhibit_id = d.exhibit_id and o.kind = 'ocr' and o.page = d.page and o.version >= d.version))`;
    const unreadOwn = sql`${exhibits.look}->'print'->>'as' = 'original' and not exists (select 1 from ${derivatives} o
      where o.exhibit_id = ${exhibits.id} and o.kind = 'ocr' and o.version = 0)`;
    const stopped = sql`exists (select 1 from ${imageStops} s where s.case_id = ${exhibits.caseId} and s.lifted_at is null)`;
    const rows = await scoped.db
      .select({ id: exhibits.id })
      .from(exhibits)
      .where(
        and(
          eq(exhibits.orgId, scoped.orgId),
          isNotNull(exhibits.fileId),
          sql`(${unreadMade} or (${unreadOwn}))`,
          not(stopped),
        ),
      )
      .orderBy(desc(exhibits.receivedAt), desc(exhibits.id))
      .limit(batch);
    for (const { id } of rows) await enqueue(scoped, "exhibit.read", { exhibitId: id });
    return rows.length;
  });
}
