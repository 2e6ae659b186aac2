import "server-only";
import { writeAuditSeldom } from "@/lib/kernel/access/append-entry";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";

type View = {
  action: "case.viewed" | "client.viewed" | "enquiry.viewed" | "incoming_mail.viewed";
  subjectId: string;
  caseId?: string;
};

/** One entry per person, record and quarter of an hour: pages are rerendered all the time. */
const seconds = 15 * 60;

/** Recent entries of this process, so that most pages need no query. The database decides. */
const noted = new Map<string, number>();
const most = 5_000;

/**
 * Logs that a person is shown the protected values of a case, a client, an enquiry or a mail. Called before rendering: without the entry
 * nothing is shown. Called only by pages, after the record was found.
 */
export async function noteView(ctx: Ctx, view: View): Promise<void> {
  const { memberId } = ctx.actor;
  if (!memberId) return;
  const key = `${memberId} ${ctx.apiToken ?? ""} ${view.action} ${view.subjectId}`;
  const now = ctx.now.getTime();
  if ((noted.get(key) ?? 0) > now - seconds * 1000) return;
  await withTransaction(ctx, "read write", ({ db }) => writeAuditSeldom(db, { ...view, detail: {} }, seconds));
  if (noted.size >= most) noted.clear();
  noted.set(key, now);
}
