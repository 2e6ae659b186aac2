import "server-only";
import { and, desc, eq, not, sql } from "drizzle-orm";
import { derivatives, exhibits, imageStops } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { textReaderName } from "@/lib/platform/sandbox/versions";

/** The number of mails enqueued in one night; each is read in a second or two. */
const batch = 2000;

/** Enqueues every mail that only an older parser has read, newest first. @returns how many */
export async function askForOldReadings(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  return withTransaction(ctx, "read write", async (scoped) => {
    const newest = sql`(select d.tool from ${derivatives} d where d.exhibit_id = ${exhibits.id} and d.kind = 'text'
      order by d.version desc limit 1)`;
    const stopped = sql`exists (select 1 from ${imageStops} s where s.case_id = ${exhibits.caseId} and s.lifted_at is null)`;
    const rows = await scoped.db
      .select({ id: exhibits.id })
      .from(exhibits)
      .where(
        and(
          eq(exhibits.orgId, scoped.orgId),
          sql`${exhibits.look}->>'kind' = 'eml'`,
          sql`not starts_with(${newest}, ${textReaderName})`,
          not(stopped),
        ),
      )
      .orderBy(desc(exhibits.receivedAt), desc(exhibits.id))
      .limit(batch);
    for (const { id } of rows) await enqueue(scoped, "exhibit.look", { exhibitId: id });
    return rows.length;
  });
}
