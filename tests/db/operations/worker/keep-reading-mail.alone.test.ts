import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { examineMailIn } from "@/lib/operations/installation/checks/examine-mail-in";
import { readMailOnce } from "@/lib/operations/worker/keep-reading-mail";
import { env } from "@/lib/platform/env";
import { bySql } from "@/tests/support/by-sql";
import { type ImapServer, startImapServer } from "@/tests/support/imap-server";
import { mailOf } from "@/tests/support/mail-text";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantReplyAddress, take } from "@/tests/support/plant-incoming-mail";
import { plantStop } from "@/tests/support/plant-stop";
import { hasTool } from "@/tests/support/tools";

const isRoot = process.getuid?.() === 0;
const without = hasTool("dovecot") && isRoot ? "" : "(skipped: no dovecot here, or not root)";

let server: ImapServer;
let worker: Ctx;
let caseId: string;
let address: string;

describe.skipIf(without !== "")(`the mailbox ${without}`, () => {
  beforeAll(async () => {
    server = await startImapServer();
    process.env.IMAP_URL = server.url;
    worker = await (await makeOrg()).as("caseworker");
    // Of two, nobody knows whose a mail without a token is.
    await makeOrg();
    caseId = await plantCase(worker);
    ({ address } = await plantReplyAddress(worker, caseId));
  });

  afterAll(() => server.stop());

  const here = async () =>
    (await bySql(worker, sql`select id from app.incoming_mails where case_id = ${caseId}`)).length;

  test("is emptied: what was taken in lies in Filed, what is nobody's in Refused", async () => {
    server.put(mailOf({ to: address }));
    server.put(mailOf({ to: address, checks: "" }));
    server.put(mailOf({ to: "inbox@post.example" }));
    expect(await readMailOnce()).toEqual({ read: 3, failed: 0 });
    expect([server.count("INBOX"), server.count("Filed"), server.count("Refused")]).toEqual([0, 2, 1]);
    expect(await here()).toBe(2);
  });

  test("offers a mail again that was taken in before a crash, and takes it once", async () => {
    const raw = mailOf({ to: address });
    await take(raw);
    const before = await here();
    server.put(raw);
    expect(await readMailOnce()).toEqual({ read: 1, failed: 0 });
    expect(await here()).toBe(before);
    expect(server.count("Filed")).toBe(3);
  });

  test("keeps in Refused what a case takes no files of", async () => {
    const stopped = await plantCase(worker);
    const { address: closed } = await plantReplyAddress(worker, stopped);
    await plantStop(worker, stopped);
    server.put(mailOf({ to: closed, attachment: Buffer.from("%PDF-1.4") }));
    await readMailOnce();
    expect(server.count("Refused")).toBe(2);
  });

  test("is said to be in order, or what is wrong with it", () => {
    const world = {
      settings: { MAIL_IN_ADDRESS: "inbox@post.example", MAIL_IN_AUTHSERV: "mx.post.example", IMAP_URL: server.url },
      dataDir: env().DATA_DIR,
      now: new Date(),
    };
    expect(examineMailIn(world).map(([state]) => state)).toEqual(["ok", "ok", "ok"]);
    const later = { ...world, now: new Date(Date.now() + 3_600_000) };
    expect(examineMailIn(later).at(-1)?.[0]).toBe("look");
    expect(examineMailIn({ ...world, settings: {} })).toHaveLength(1);
  });
});
