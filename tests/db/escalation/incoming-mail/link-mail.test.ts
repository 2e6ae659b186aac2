import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { linkMail } from "@/lib/escalation/incoming-mail/commands/link-mail";
import { listCaseMails, readMail } from "@/lib/escalation/incoming-mail/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantLooseMail } from "@/tests/support/plant-incoming-mail";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

test("a supervisor says to which case a mail without one belongs, and from then on its caseworker sees it", async () => {
  const caseId = await plantCase(worker);
  const mailId = await plantLooseMail(worker, caseId);
  await expect(readMail(worker, mailId)).rejects.toThrow("No such mail");
  const boss = await org.as("supervisor");
  await expect(linkMail(boss, { mailId, caseCode: "CD-1999-0001" })).rejects.toMatchObject({
    fields: { caseCode: expect.any(String) },
  });
  const [row] = await bySql<{ code: string }>(worker, sql`select code from app.cases where id = ${caseId}`);
  await linkMail(boss, { mailId, caseCode: row?.code.toLowerCase() });
  expect(await listCaseMails(worker, caseId)).toMatchObject([{ id: mailId, state: "held" }]);
});
