import "server-only";
import { and, desc, eq, isNotNull, isNull, not, sql } from "drizzle-orm";
import { exhibits, imageStops, likenesses } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";

/** The number of pictures enqueued in one night; each takes half a second. */
const batch = 2_000;

/** Enqueues the pictures of earlier releases, which nobody compared with the others of their case. @returns how many */
export async function askForUncompared(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  return withTransaction(ctx, "read write", async (scoped) => {
    const stopped = sql`exists (select 1 from ${imageStops} s where s.case_id = ${exhibits.caseId} and s.lifted_at is null)`;
    const rows = await scoped.db
      .select({ id: exhibits.id })
      .from(exhibits)
      .leftJoin(likenesses, eq(likenesses.exhibitId, exhibits.id))
      .where(
        and(
          eq(exhibits.orgId, scoped.orgId),
          isNotNull(exhibits.fileId),
          isNull(likenesses.id),
          sql`${exhibits.look}->>'kind' in ('jpeg', 'png', 'webp', 'gif', 'tiff') and ${exhibits.look}->>'problem' is null`,
          not(stopped),
        ),
      )
      .orderBy(desc(exhibits.receivedAt), desc(exhibits.id))
      .limit(batch);
    for (const { id } of rows) await enqueue(scoped, "exhibit.look", { exhibitId: id });
    return rows.length;
  });
}
