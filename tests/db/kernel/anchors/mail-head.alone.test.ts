import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anchorsFile, publicKeyFile } from "@/lib/kernel/anchors/access";
import { anchorHead } from "@/lib/kernel/anchors/anchor-head";
import { mailHead } from "@/lib/kernel/anchors/mail-head";
import { readAnchors } from "@/lib/kernel/anchors/read-anchors";
import { verifyLog } from "@/lib/kernel/anchors/verify-log";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { sendMail } from "@/lib/kernel/mail/send-mail";
import { addHours } from "@/lib/platform/time/clock";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org } from "@/tests/support/org";
import { runScript } from "@/tests/support/run-script";
import { type MailServer, startMailServer } from "@/tests/support/smtp";

let org: Org;
let server: MailServer;

beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = "log@cases.example";
  org = await makeOrg("Names Nobody Should Read");
  await org.as("supervisor");
});
afterAll(() => server.stop());

const made = () =>
  bySql<{ id: string; kind: string; role: string; body: string }>(
    org.service(),
    sql`select m.id, m.kind, p.role, m.body from app.mails m join app.members p on p.id = m.member_id`,
  );

test("where a mail server is set, administrators get the newest anchor once a day and nothing about anybody", async () => {
  await anchorHead(org.service());
  await anchorHead(org.service());
  const [mail, ...more] = await made();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ kind: "log_head", role: "admin" });
  expect(mail?.body).not.toMatch(/Names Nobody|Person/i);
  expect(await sendMail(org.service(), { mailId: mail?.id ?? "" })).toBe("sent");
  expect(server.received[0]?.mail.subject).toBe("Crossdocket: current end of the log");
  expect(await mailHead(jobCtx(org.id, { now: () => addHours(new Date(), 24) }))).toBe(1);
});

test("a mail that was kept is compared with --also, and shows a log that lost its anchors together with its end", async () => {
  const saved = join(process.env.DATA_DIR ?? "", "mail.txt");
  writeFileSync(saved, server.received[0]?.mail.text ?? "");
  expect((await runScript("verify-audit", ["--also", saved, "--public-key", publicKeyFile()])).code).toBe(0);
  const verify = async () => {
    const { organisations } = await readAnchors({ only: org.id, also: saved });
    return verifyLog(org.service(), { outside: organisations.get(org.id) });
  };
  expect(await verify()).toMatchObject({ broken: null, anchors: 1 });
  writeFileSync(anchorsFile(), "");
  const { outside } = await verify();
  expect(outside.map(({ problem }) => problem)).toEqual(["anchors_missing"]);
});

test("begun again, the log holds again, and each verification says so", async () => {
  const { code, output: message } = await runScript("verify-audit", ["--begin-anew"]);
  expect([code, message]).toEqual([0, expect.stringMatching(/begun +Organisation .* begin again at entry \d+/)]);
  const again = await runScript("verify-audit");
  expect(again.output).toMatch(/note .* the anchors were begun again at entry \d+, on \d{4}-\d\d-\d\d/);
  expect(again.code).toBe(0);
});
