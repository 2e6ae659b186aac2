import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { CheckKey, CheckResult, CheckState } from "@/lib/operations/installation/types";
import { watchChecks } from "@/lib/operations/installation/watch-checks";
import { listAlerts } from "@/lib/oversight/alerts/queries";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg } from "@/tests/support/org";

const found = (states: Partial<Record<CheckKey, CheckState>>) => async (): Promise<CheckResult[]> =>
  (Object.entries(states) as [CheckKey, CheckState][]).map(([key, state]) => ({
    key,
    area: "mail",
    state,
    since: null,
    findings: [],
  }));

test("what turns to “Fix this” is logged once, until it is mended; what could not be checked says nothing", async () => {
  const org = await makeOrg();
  const watch = (states: Partial<Record<CheckKey, CheckState>>) => watchChecks(org.service(), found(states));
  expect(await watch({ mail: "fix", room: "look", time: "missing", key: "ok" })).toEqual([
    { key: "mail", failed: true },
  ]);
  expect(await watch({ mail: "fix", room: "fix" })).toEqual([{ key: "room", failed: true }]);
  expect(await watch({ mail: "unknown", room: "unknown" })).toEqual([]);
  expect(await watch({ mail: "ok", room: "fix" })).toEqual([{ key: "mail", failed: false }]);
  expect(await watch({ mail: "fix", room: "look" })).toEqual([
    { key: "mail", failed: true },
    { key: "room", failed: false },
  ]);
});

test("administrators find it under Alerts and get a mail that names no check; supervisors get no mail", async () => {
  const org = await makeOrg();
  const admin = await org.person("admin");
  const supervisor = await org.person("supervisor");
  // That somebody became an administrator is told apart.
  await watchLog(org.service());
  const mailsTo = ({ memberId }: { memberId: string }) =>
    bySql<{ subject: string; body: string }>(
      org.service(),
      sql`select subject, body from app.mails where kind = 'alert' and member_id = ${memberId}::uuid order by id`,
    );
  const before = [await mailsTo(admin), await mailsTo(supervisor)];
  await watchChecks(org.service(), found({ mail: "fix", storage: "fix" }));
  const raised = await watchLog(org.service());
  expect(raised.filter(({ rule }) => rule === "check_failed")).toHaveLength(2);
  const alerts = await listAlerts(admin.ctx);
  expect(alerts.filter(({ rule }) => rule === "check_failed").map(({ urgent, who }) => [urgent, who])).toEqual([
    [true, null],
    [true, null],
  ]);
  const mails = (await mailsTo(admin)).slice(before[0]?.length);
  expect(mails).toHaveLength(1);
  expect(JSON.stringify(mails)).not.toMatch(/mail server|storage|fix|backup|order/i);
  expect(await mailsTo(supervisor)).toEqual(before[1]);
  await watchChecks(org.service(), found({ mail: "ok", storage: "fix" }));
  await watchChecks(org.service(), found({ mail: "fix", storage: "fix" }));
  expect(await watchLog(org.service())).toEqual([]);
});

test("the worker makes the same checks as the page, of its own organisation", async () => {
  const org = await makeOrg("Hourly Trust");
  await org.person("admin");
  await watchChecks(org.service());
  expect(await watchChecks(org.service())).toEqual([]);
});
