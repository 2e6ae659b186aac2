import { beforeAll, expect, test } from "vitest";
import { fileMail } from "@/lib/escalation/incoming-mail/commands/file-mail";
import { listStepLetters } from "@/lib/escalation/letters/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { listLatest } from "@/lib/oversight/timeline/queries";
import { office } from "@/tests/support/mail-text";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantMail } from "@/tests/support/plant-incoming-mail";

let worker: Ctx;

beforeAll(async () => {
  worker = await (await makeOrg()).as("caseworker");
});

test("a mail that is filed at a step stands there and on the timeline, with sender and subject", async () => {
  const caseId = await plantCase(worker);
  const mailId = await plantMail(worker, caseId, { checks: "", subject: "The docket" });
  await fileMail(worker, { mailId, step: "information-regulator" });
  expect(await listStepLetters(worker, caseId, "information-regulator")).toMatchObject([
    { code: "IN-1", party: office },
  ]);
  expect(JSON.stringify(await listLatest(worker, caseId, 20))).toContain("The docket");
});
