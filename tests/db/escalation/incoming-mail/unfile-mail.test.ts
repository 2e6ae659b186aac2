import { beforeAll, expect, test } from "vitest";
import { fileMail } from "@/lib/escalation/incoming-mail/commands/file-mail";
import { unfileMail } from "@/lib/escalation/incoming-mail/commands/unfile-mail";
import { readMail } from "@/lib/escalation/incoming-mail/queries";
import { readLetterDesk } from "@/lib/escalation/letters/queries";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { makeOrg, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantMail } from "@/tests/support/plant-incoming-mail";

let worker: Person;

beforeAll(async () => {
  worker = await (await makeOrg()).person("caseworker");
});

test("a mail that waits is in my work, is filed with one click, and waits again when that is undone", async () => {
  const caseId = await plantCase(worker.ctx);
  const mailId = await plantMail(worker.ctx, caseId);
  const waiting = async () => (await readMyWork(worker.ctx)).mails.items.map(({ id }) => id);
  expect(await waiting()).toEqual([mailId]);
  expect(await fileMail(worker.ctx, { mailId })).toEqual({ code: "IN-1" });
  expect(await waiting()).toEqual([]);
  await expect(fileMail(worker.ctx, { mailId })).rejects.toThrow("already");
  await unfileMail(worker.ctx, { mailId });
  expect(await waiting()).toEqual([mailId]);
  const desk = await readLetterDesk(worker.ctx, caseId, { direction: "in", page: 1 });
  expect(desk.letters[0]?.withdrawn).not.toBeNull();
  expect(await readMail(worker.ctx, mailId)).toMatchObject({ state: "held", letter: null });
});
