import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { askForChecks } from "@/lib/escalation/checks/ask-for-checks";
import { noteCheck } from "@/lib/escalation/checks/note-check";
import { reportTakedown } from "@/lib/escalation/takedowns/commands/report-takedown";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantListed, turnChecksOn } from "@/tests/support/plant-checks";

const proof = { status: 200, headers: {}, bytes: 3, sha256: "0".repeat(64), redirects: 0, rule: "x" };

test("the round asks for what is due on the list, once, one after another, and sooner after a report", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const caseId = await plantCase(worker);
  const ids = [await plantListed(worker, caseId), await plantListed(worker, caseId), await plantListed(worker, caseId)];
  await plantListed(worker, caseId, "https://elsewhere.example/p/1");
  const round = () => askForChecks(org.service());
  expect(await round()).toBe(0);
  await turnChecksOn(await org.as("admin"));
  expect(await round()).toBe(3);
  expect(await round()).toBe(0);
  const jobs = await bySql<{ wait: number }>(
    worker,
    sql`select extract(epoch from start_after - created_on)::float as wait from pgboss.job
      where name = 'address.check' and data ->> 'orgId' = ${org.id} order by start_after`,
  ).catch(() => []);
  expect(jobs.length === 0 || (jobs[2]?.wait ?? 0) >= 120).toBe(true);
  const [takedownId = ""] = ids;
  await noteCheck(org.service(), { takedownId, found: "up", proof, problem: null });
  expect(await round()).toBe(0);
  // A report makes it due again: but it was looked at a moment ago.
  await reportTakedown(worker, { takedownId, tipOffSeen: "on", removalSeen: "on" });
  expect(await round()).toBe(0);
  const [row] = await bySql<{ hours: number }>(
    worker,
    sql`select extract(epoch from next_check_at - now())::float / 3600 as hours from app.takedowns where id = ${takedownId}`,
  );
  expect(row?.hours).toBeGreaterThan(20);
  expect(row?.hours).toBeLessThan(28);
});
