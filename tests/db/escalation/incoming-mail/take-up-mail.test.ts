import { beforeAll, expect, test } from "vitest";
import { fileMail } from "@/lib/escalation/incoming-mail/commands/file-mail";
import { setMailAside } from "@/lib/escalation/incoming-mail/commands/set-mail-aside";
import { takeUpMail } from "@/lib/escalation/incoming-mail/commands/take-up-mail";
import { listMails } from "@/lib/escalation/incoming-mail/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantMail } from "@/tests/support/plant-incoming-mail";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

test("a mail that was set aside waits again, and one that waits cannot be taken up", async () => {
  const mailId = await plantMail(worker, await plantCase(worker));
  await expect(takeUpMail(worker, { mailId })).rejects.toThrow("not set aside");
  await setMailAside(worker, { mailId });
  await takeUpMail(worker, { mailId });
  expect(await listMails(worker)).toMatchObject([{ id: mailId, state: "held" }]);
  expect(await fileMail(worker, { mailId })).toEqual({ code: "IN-1" });
});
