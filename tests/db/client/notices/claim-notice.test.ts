import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { claimNotice } from "@/lib/client/notices/claim-notice";
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

test("where nothing is set up to send it, it is refused and says so, once; nobody else says that it was sent", async () => {
  const { caseId } = await plantReachable(worker);
  const noticeId = newId();
  await bySql(
    worker.ctx,
    sql`insert into app.client_notices (id, org_id, case_id, channel, language, asked_by, asked_at, not_before)
      values (${noticeId}, ${org.id}, ${caseId}, 'sms', 'zu', ${worker.memberId}, now(), now() - interval '1 minute')`,
  );
  const forge = sql`update app.client_notices set sent_at = now() where id = ${noticeId}`;
  await expect(bySql(worker.ctx, forge)).rejects.toThrow();
  expect(await claimNotice(org.service(), { noticeId })).toBeNull();
  await expect(claimNotice(org.service(), { noticeId })).rejects.toMatchObject({ code: "not_found" });
  expect(await org.auditOf(noticeId)).toEqual(["client_notice.refused"]);
});
