import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openHandover } from "@/lib/handover/handovers/commands/open-handover";
import { askCertificate } from "@/lib/handover/papers/commands/ask-certificate";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg } from "@/tests/support/org";
import { plantCertificate } from "@/tests/support/plant-papers";

test("asks for a certificate to date once something was recorded since the last", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const officer = await org.person("liaison");
  const { handoverId } = await plantCertificate({ org, worker, officer });
  await expect(askCertificate(worker.ctx, { handoverId })).rejects.toMatchObject({ code: "conflict" });
  await openHandover({ ...officer.ctx, now: new Date() }, { handoverId });
  await askCertificate(worker.ctx, { handoverId });
  expect(await org.auditOf(handoverId)).toContain("handover.certificate_asked");
  const jobs = await bySql(
    org.service(),
    sql`select 1 from pgboss.job j where name = 'handover.paper' and data->>'handoverId' = ${handoverId}
      and exists (select 1 from app.handover_events e where e.id::text = data->>'throughId' and e.event = 'opened')`,
  );
  expect(jobs).toHaveLength(1);
});
