import { beforeAll, expect, test } from "vitest";
import { sendMail } from "@/lib/kernel/mail/send-mail";
import { makeOrg, type Org } from "@/tests/support/org";
import { mailRow, plantMail } from "@/tests/support/plant-mail";

let org: Org;

beforeAll(async () => {
  process.env.SMTP_URL = "";
  org = await makeOrg();
});

test("without a mail server nothing is sent, nothing fails, and the mail waits", async () => {
  const { memberId } = await org.person("caseworker");
  const id = await plantMail(org.service(), memberId);
  expect(await sendMail(org.service(), { mailId: id })).toBe("no_server");
  expect(await mailRow(org.service(), id)).toMatchObject({ sentAt: null, claimedAt: null, failure: null });
});
