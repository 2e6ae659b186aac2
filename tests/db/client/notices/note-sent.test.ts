import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { noteSent } from "@/lib/client/notices/note-sent";
import { readNotices } from "@/lib/client/notices/queries";
import { newId } from "@/lib/platform/ids";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { turnPagesOn } from "@/tests/support/plant-client-page";
import { plantReachable } from "@/tests/support/plant-notice";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  await turnPagesOn(org);
});

test("what was sent stays sent; what was not taken is free for the next attempt", async () => {
  const { caseId } = await plantReachable(worker);
  const noticeId = newId();
  await bySql(
    worker.ctx,
    sql`insert into app.client_notices (id, org_id, case_id, channel, language, asked_by, asked_at, not_before, claimed_at)
      values (${noticeId}, ${org.id}, ${caseId}, 'sms', 'zu', ${worker.memberId}, now(), now(), now())`,
  );
  await noteSent(org.service(), { noticeId, sent: false });
  await noteSent(org.service(), { noticeId, sent: true });
  expect((await readNotices(worker.ctx, caseId)).notices[0]?.sentAt).toEqual(expect.any(Date));
  await expect(noteSent(org.service(), { noticeId, sent: false })).rejects.toThrow();
});
