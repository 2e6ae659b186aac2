import "server-only";
import { sql } from "drizzle-orm";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";

type NewMail = {
  id: string;
  memberId: string;
  kind: string;
  occasion: string;
  subject: string;
  body: string;
  at: Date;
};

/**
 * Puts mails into the outbox, links the reminders they tell to them and hands them to the queue. A mail whose occasion
 * is taken is not made again.
 * @returns how many were made
 */
export async function postMails(
  ctx: TxCtx,
  written: readonly { mail: NewMail; reminderIds: readonly string[] }[],
): Promise<number> {
  if (written.length === 0) return 0;
  const rows = await ctx.db.execute<{ id: string }>(sql`
    insert into app.mails (id, org_id, member_id, kind, occasion, subject, body, not_before, made_at)
    select m.id, ${ctx.orgId}::uuid, m."memberId", m.kind, m.occasion, m.subject, m.body, m.at,
      ${ctx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(written.map(({ mail }) => mail))}::jsonb) as m(id uuid, "memberId" uuid,
      kind text, occasion text, subject text, body text, at timestamptz)
    on conflict do nothing returning id`);
  const made = new Set(rows.map((row) => row.id));
  const posted = written.filter(({ mail }) => made.has(mail.id));
  const told = posted.flatMap(({ mail, reminderIds }) => reminderIds.map((id) => ({ id, mailId: mail.id })));
  if (told.length > 0) {
    await ctx.db.execute(sql`
      update app.reminders r set mail_id = t."mailId"
      from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t(id uuid, "mailId" uuid)
      where r.org_id = ${ctx.orgId}::uuid and r.id = t.id and r.mail_id is null`);
  }
  for (const { mail } of posted) await enqueue(ctx, "mail.send", { mailId: mail.id }, mail.at);
  return posted.length;
}
