import { sql } from "drizzle-orm";
import { makeReplyAddress } from "@/lib/escalation/incoming-mail/commands/make-reply-address";
import { receiveMail, type Taken } from "@/lib/escalation/incoming-mail/receive-mail";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { bySql } from "./by-sql";
import { type MailParts, mailOf, office } from "./mail-text";

export const plantReplyAddress = (ctx: Ctx, caseId: string, senders = office) =>
  makeReplyAddress(ctx, { caseId, party: "Fictional Road station", senders });

/** Takes a mail in, as the worker or the pipe does. */
export const take = (raw: Buffer): Promise<Taken> => receiveMail({ raw });

/** The newest mail of an organisation. */
export async function newestMail(ctx: Ctx): Promise<string> {
  const [row] = await bySql<{ id: string }>(
    jobCtx(ctx.orgId),
    sql`select id from app.incoming_mails where org_id = ${ctx.orgId} order by received_at desc, id desc limit 1`,
  );
  if (!row) throw new Error("No mail is here.");
  return row.id;
}

/** A mail that waits on a case: nobody confirmed its sender. */
export async function plantMail(
  ctx: Ctx,
  caseId: string,
  more: Omit<MailParts, "to"> = { checks: "" },
): Promise<string> {
  const { address } = await plantReplyAddress(ctx, caseId);
  await take(mailOf({ to: address, ...more }));
  return newestMail(ctx);
}

/** One that names two addresses, and therefore no case. */
export async function plantLooseMail(ctx: Ctx, caseId: string): Promise<string> {
  const first = await plantReplyAddress(ctx, caseId);
  const second = await plantReplyAddress(ctx, caseId);
  await take(mailOf({ to: `${first.address}, ${second.address}` }));
  return newestMail(ctx);
}
