import { randomUUID } from "node:crypto";

export const office = "desk@saps.example";

/** What our own mail server notes of a mail that comes from the office. */
const confirmed = "mx.post.example; dmarc=pass header.from=saps.example";

export type MailParts = {
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
}: MailParts): Buffer {
  const { checks = confirmed, headers = [], attachment, html } = more;
  const mixed = attachment || html;
  const head = [
    `Return-Path: <${office}>`,
    ...(checks ? [`Authentication-Results: ${checks}`] : []),
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${randomUUID()}@saps.example>`,
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
