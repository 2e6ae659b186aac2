import { beforeAll, expect, test } from "vitest";
import { setMailAside } from "@/lib/escalation/incoming-mail/commands/set-mail-aside";
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

test("a mail of no use waits no more, and says when it is erased", async () => {
  const mailId = await plantMail(worker, await plantCase(worker));
  await setMailAside(worker, { mailId });
  await expect(setMailAside(worker, { mailId })).rejects.toThrow("does not wait");
  expect(await listMails(worker)).toMatchObject([{ id: mailId, state: "set_aside", erasedAt: expect.any(Date) }]);
});
