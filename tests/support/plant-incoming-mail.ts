import { sql } from "drizzle-orm";
import { makeReplyAddress } from "@/lib/escalation/incoming-mail/commands/make-reply-address";
import { receiveMail, type Taken } from "@/lib/escalation/incoming-mail/receive-mail";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { newId } from "@/lib/platform/ids";
import { bySql } from "./by-sql";

export const office = "desk@saps.example";

/** What our own mail server notes of a mail that comes from the office. */
export const confirmed = "mx.post.example; dmarc=pass header.from=saps.example";

type Parts = {
  to: string;
  from?: string;
  subject?: string;
  text?: string;
  /** The field of our mail server; empty for none. */
  checks?: string;
  headers?: readonly string[];
  attachment?: Buffer;
  html?: string;
};

/** A mail as it comes from a mail server. */
export function mailOf({
  to,
  from = office,
  subject = "CAS 388/11/2026",
  text = "The docket is open.",
  ...more
}: Parts): Buffer {
  const { checks = confirmed, headers = [], attachment, html } = more;
  const mixed = attachment || html;
  const head = [
    `Return-Path: <${office}>`,
    ...(checks ? [`Authentication-Results: ${checks}`] : []),
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${newId()}@saps.example>`,
    "Date: Mon, 30 Nov 2026 10:00:00 +0200",
    "MIME-Version: 1.0",
    mixed ? 'Content-Type: multipart/mixed; boundary="b-b"' : "Content-Type: text/plain; charset=utf-8",
    ...headers,
  ];
  if (!mixed) return Buffer.from([...head, "", text, ""].join("\r\n"));
  const parts = [["Content-Type: text/plain; charset=utf-8", "", text]];
  if (html) parts.push(["Content-Type: text/html; charset=utf-8", "", html]);
  if (attachment)
    parts.push([
      "Content-Type: application/pdf",
      'Content-Disposition: attachment; filename="Letter of the station.pdf"',
      "Content-Transfer-Encoding: base64",
      "",
      attachment.toString("base64"),
    ]);
  const body = parts.flatMap((part) => ["--b-b", ...part]);
  return Buffer.from([...head, "", ...body, "--b-b--", ""].join("\r\n"));
}

export const plantReplyAddress = (ctx: Ctx, caseId: string, senders = office) =>
  makeReplyAddress(ctx, { caseId, party: "Fictional Road station", senders });

/** Takes a mail in, as the worker or the pipe does. */
export const take = (raw: Buffer): Promise<Taken> => receiveMail({ raw });

/** The newest mail of an organisation. */
export async function newestMail(ctx: Ctx): Promise<string> {
  const [row] = await bySql<{ id: string }>(
    jobCtx(ctx.orgId),
    sql`select id from app.incoming_mails where org_id = ${ctx.orgId} order by id desc limit 1`,
  );
  if (!row) throw new Error("No mail is here.");
  return row.id;
}

/** A mail that waits on a case: nobody confirmed its sender. */
export async function plantMail(ctx: Ctx, caseId: string, more: Omit<Parts, "to"> = { checks: "" }): Promise<string> {
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
