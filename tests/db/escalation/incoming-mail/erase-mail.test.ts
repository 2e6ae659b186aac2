import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { fileMail } from "@/lib/escalation/incoming-mail/commands/file-mail";
import { eraseUnfiled } from "@/lib/escalation/incoming-mail/erase-unfiled";
import { readMail } from "@/lib/escalation/incoming-mail/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantMail } from "@/tests/support/plant-incoming-mail";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

const night = (days: number) => ({ ...jobCtx(org.id), now: new Date(Date.now() + days * 86_400_000) });
const keys = async () => (await bySql(jobCtx(org.id), sql`select id from app.data_keys where purpose = 'mail'`)).length;

test("what nobody filed goes after its days with its key, and what was filed stays with its case", async () => {
  const caseId = await plantCase(worker);
  const waiting = await plantMail(worker, caseId);
  const filed = await plantMail(worker, caseId);
  await fileMail(worker, { mailId: filed });
  await eraseUnfiled(night(89));
  expect(await keys()).toBe(2);
  await eraseUnfiled(night(91));
  expect(await keys()).toBe(1);
  await expect(readMail(worker, waiting)).rejects.toThrow("No such mail");
  expect(await readMail(worker, filed)).toMatchObject({ state: "filed" });
});
