import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { listAlerts } from "@/lib/oversight/alerts/queries";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { newId } from "@/lib/platform/ids";
import { openLogBreaker } from "@/tests/support/break-log";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let steady: Person;
let odd: Person;

beforeAll(async () => {
  org = await makeOrg();
  steady = await org.person("caseworker", "Steady Person");
  odd = await org.person("caseworker", "Odd Person");
  const breaker = await openLogBreaker(org.id);
  // Four weeks in which one person opens a dozen cases a day, as ever, and the other three; today they open sixteen.
  const views = [
    ...Array.from({ length: 20 }, (_, day) => [steady, day, 12] as const),
    ...Array.from({ length: 20 }, (_, day) => [odd, day, day === 0 ? 16 : 3] as const),
  ];
  for (const [person, day, cases] of views) {
    await breaker.sql`insert into audit.entries (org_id, seq, at, member_id, role, action, subject_id, case_id, detail, previous, hash)
      select ${org.id}, 10000 + ${person === odd ? 5000 : 0} + ${day} * 100 + n, now() - make_interval(days => ${day}),
        ${person.memberId}, 'caseworker', 'case.viewed', c, c, '{}', ''::bytea, ''::bytea
      from (select n, gen_random_uuid() as c from generate_series(1, ${cases}::int) n) x`;
  }
  await breaker.close();
});

describe("the watch over the log", () => {
  test("tells once of the person who opens many more cases than they ever do, and not of the other", async () => {
    const raised = await watchLog(org.service());
    const views = raised.filter(({ rule }) => rule === "cases_many");
    expect(views).toMatchObject([{ memberId: odd.memberId, count: 16 }]);
    expect(await watchLog(org.service())).toEqual([]);
    const both = await Promise.all([watchLog(org.service()), watchLog(org.service())]);
    expect(both.flat()).toEqual([]);
  });

  test("shows it to supervisors and administrators of this organisation alone", async () => {
    for (const role of ["admin", "supervisor"] as const) {
      const alerts = await listAlerts(await org.as(role));
      expect(alerts.map(({ title, who }) => [title, who])).toContainEqual(["Many cases opened in a day", "Odd Person"]);
    }
    await expect(listAlerts(await org.as("caseworker"))).rejects.toMatchObject({ code: "forbidden" });
    const other = await makeOrg();
    expect(await listAlerts(await other.as("admin"))).toEqual([]);
  });

  test("tells supervisors by a mail that says nothing, once, and only those who want mail", async () => {
    const supervisor = await org.person("supervisor");
    await changeRole(await org.confirmed("admin"), { memberId: steady.memberId, role: "admin" });
    const raised = await watchLog(org.service());
    expect(raised.map(({ rule }) => rule)).toContain("administrator_new");
    const mails = await bySql<{ subject: string; body: string }>(
      org.service(),
      sql`select subject, body from app.mails where member_id = ${supervisor.memberId}::uuid`,
    );
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toMatch(/Steady|administrator/);
  });

  test("misses a backup after two days, once a week", async () => {
    const inDays = (days: number) => jobCtx(org.id, { now: () => new Date(Date.now() + days * 86_400_000) });
    const rulesIn = async (days: number) =>
      (await watchLog(inDays(days))).filter(({ rule }) => rule === "backup_missing");
    expect(await rulesIn(1)).toEqual([]);
    expect(await rulesIn(10)).toHaveLength(1);
    expect(await rulesIn(10)).toEqual([]);
    expect(await rulesIn(17)).toHaveLength(1);
  });

  test("nobody but the worker raises an alert, and none is taken away", async () => {
    const forged = (by: Org["service"]) =>
      bySql(
        by(),
        sql`insert into app.audit_alerts (id, org_id, rule, occasion, count, raised_at)
        values (${newId()}, ${org.id}, 'x', 'x', 1, now())`,
      );
    const admin = await org.as("admin");
    await expect(forged(() => admin)).rejects.toSatisfy(refusedByPostgres);
    await expect(bySql(admin, sql`delete from app.audit_alerts`)).rejects.toSatisfy(refusedByPostgres);
    await expect(bySql(org.service(), sql`update app.audit_alerts set rule = 'x'`)).resolves.toEqual([]);
    expect(await bySql(admin, sql`select 1 from app.audit_alerts where rule = 'x'`)).toEqual([]);
  });
});
