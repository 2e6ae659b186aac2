import "server-only";
import { writeAuditSeldom } from "@/lib/kernel/access/append-entry";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";

type View = { action: "case.viewed" | "client.viewed"; subjectId: string; caseId?: string };

/** One entry for a person, a record and a quarter of an hour: pages are rendered again all the time. */
const seconds = 15 * 60;

/** What this process noted lately, so that most pages ask the database nothing. The database decides. */
const noted = new Map<string, number>();
const most = 5_000;

/**
 * Leaves in the log that a person has the protected values of a case or a client before them. It comes before the page:
 * without the entry nothing is shown. Pages alone call it, after the record was found.
 */
export async function noteView(ctx: Ctx, view: View): Promise<void> {
  const { memberId } = ctx.actor;
  if (!memberId) return;
  const key = `${memberId} ${view.action} ${view.subjectId}`;
  const now = ctx.now.getTime();
  if ((noted.get(key) ?? 0) > now - seconds * 1000) return;
  await withTransaction(ctx, "read write", ({ db }) => writeAuditSeldom(db, { ...view, detail: {} }, seconds));
  if (noted.size >= most) noted.clear();
  noted.set(key, now);
}
