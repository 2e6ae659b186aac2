import { expect, test } from "vitest";
import { collectAnswer } from "@/lib/platform/sandbox/answer";
import { readMail } from "@/lib/platform/sandbox/child-mail.mjs";
import { readMetadata } from "@/lib/platform/sandbox/child-metadata.mjs";
import { linesOf } from "@/tests/fixtures/mails/write";

/** What the child says of a stranger's words, as whoever asked takes it. @throws BadFrame, by which all would be lost */
async function taken(head: unknown) {
  const collected = collectAnswer(undefined, { most: 1, lastPage: 1 });
  await collected.take({ head: JSON.parse(JSON.stringify(head)), body: new Uint8Array() });
  return collected.answer("ended");
}

test("no letter that a file can hold makes what is said of it be refused", async () => {
  const codes = [...Array(0xffff).keys(), ...Array.from({ length: 0x400 }, (_, at) => 0xe0000 + at)];
  const letters = codes.map((code) => String.fromCodePoint(code).toWellFormed());
  for (let from = 0; from < letters.length; from += 40 * 150) {
    const texts = Array.from({ length: 150 }, (_, at) => {
      const text = letters.slice(from + at * 40, from + (at + 1) * 40).join("");
      return { keyword: `a${text.slice(0, 3)}`, text: `a${text}` };
    });
    const metadata = readMetadata({ texts } as never);
    expect((await taken({ metadata, fingerprint: null })).metadata).toEqual(metadata);
  }
});

test("a mail is shown whatever its headers hide, reorder or call an address", async () => {
  const marks = "\u2068Sam\u2069 \u202bx\u202c \u202ey \u2066z\u0007";
  const named = ["From", "Reply-To", "Return-Path", "Message-ID", "Date", "Subject", "X-Originating-IP"];
  const bytes = linesOf([
    "Received: from a (b fe80::1%eth0) by mx.example; Tue, 17 Nov 2026 22:10:04 +0200",
    `Received: from ${marks} (${marks} [192.0.2.7]) by ${marks} with ${marks}; ${marks}`,
    `Authentication-Results: ${marks}; spf=fail smtp.mailfrom=a@${marks}`,
    ...named.map((name) => `${name}: ${marks}`),
    `Content-Type: text/plain; charset=utf-8; name="${marks}"`,
    "Content-Transfer-Encoding: 8bit",
    "",
    marks,
  ]);
  const inspection = { kind: "eml", mime: "message/rfc822", width: null, height: null, pages: null, problem: null };
  const { rendering } = await taken({ end: true, inspection, rendering: { kind: "text", ...(await readMail(bytes)) } });
  if (rendering.kind !== "text" || !rendering.mail) throw new Error("expected a mail");
  const shown = "[U+2068]Sam[U+2069] [U+202B]x[U+202C] [U+202E]y [U+2066]z[U+0007]";
  expect(rendering.lines).toEqual([shown]);
  expect(rendering.mail).toMatchObject({ from: shown, replyTo: shown });
  expect(rendering.mail.hops.map(({ seenIp }) => seenIp)).toEqual(["192.0.2.7", null]);
});
