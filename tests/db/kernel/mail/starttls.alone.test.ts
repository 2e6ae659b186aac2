import { afterAll, beforeAll, expect, test } from "vitest";
import { sendMail } from "@/lib/kernel/mail/send-mail";
import { makeOrg, type Org } from "@/tests/support/org";
import { mailRow, plantMail } from "@/tests/support/plant-mail";
import { type MailServer, startMailServer } from "@/tests/support/smtp";

let org: Org;
let server: MailServer;

beforeAll(async () => {
  server = await startMailServer({ host: "127.0.0.2" });
  // The same machine by a name that is not known to be this machine.
  process.env.SMTP_URL = `smtp://127.0.0.2:${server.port}`;
  org = await makeOrg();
});

afterAll(() => server.stop());

test("a mail server elsewhere must offer encryption", async () => {
  const { memberId } = await org.person("caseworker");
  const id = await plantMail(org.service(), memberId);
  await expect(sendMail(org.service(), { mailId: id })).rejects.toThrow("The mail server does not offer encryption.");
  expect(server.received).toEqual([]);
  expect(await mailRow(org.service(), id)).toMatchObject({ sentAt: null });
});
