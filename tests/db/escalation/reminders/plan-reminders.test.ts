import { beforeAll, describe, expect, test } from "vitest";
import { reminders } from "@/db/schema";
import { assignCase } from "@/lib/casework/cases/commands/assign-case";
import { planReminders } from "@/lib/escalation/reminders/plan-reminders";
import { defaultWishes } from "@/lib/escalation/reminders/rules";
import { setWishes } from "@/lib/escalation/reminders/set-wishes";
import type { CaseToRemind } from "@/lib/escalation/reminders/types";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { instantOnWall } from "@/lib/platform/time/zone";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { allMails } from "@/tests/support/plant-mail";
import { alertOn, sampleClock } from "@/tests/support/sample-clock";

const zone = defaultWishes().zone;
const at = (wall: string): Date => {
  const found = instantOnWall(wall, zone);
  if (!found) throw new Error(`no such time: ${wall}`);
  return found;
};

/** An organisation with one caseworker who owns one case. */
async function world() {
  const org = await makeOrg();
  const person = await org.person("caseworker");
  const caseId = await plantCase(person.ctx, { code: "CD-26-0012" });
  const serviceAt = (wall: string): Ctx => jobCtx(org.id, { now: () => at(wall) });
  const one = (change: Partial<CaseToRemind> = {}): CaseToRemind => ({
    id: caseId,
    code: "CD-26-0012",
    ownerId: person.memberId,
    clocks: [sampleClock()],
    ...change,
  });
  const plan = (wall: string, cases = [one()]) =>
    withTransaction(serviceAt(wall), "read write", (scoped) => planReminders(scoped, { cases }));
  return { org, person, caseId, one, plan, serviceAt };
}

async function rowsOf(org: Org): Promise<{ memberId: string; alert: string; urgency: string; mailed: boolean }[]> {
  const rows = await withTransaction(org.service(), "read only", ({ db }) =>
    db.select().from(reminders).orderBy(reminders.id),
  );
  return rows.map(({ memberId, alert, urgency, mailId }) => ({ memberId, alert, urgency, mailed: mailId !== null }));
}

const jobsOf = (mailId: string) =>
  owner()`select data, start_after, retry_limit, retry_backoff, expire_seconds from pgboss.job where name = 'mail.send' and data->>'mailId' = ${mailId}`;

describe("planReminders", () => {
  test("records each alert once it has come, however often and by however many it is looked for", async () => {
    const { org, person, plan } = await world();
    const row = { memberId: person.memberId, alert: "due", urgency: "digest", mailed: false };
    await plan("2026-11-23T23:00");
    expect(await rowsOf(org)).toEqual([]);
    await plan("2026-11-24T00:05");
    await plan("2026-11-24T00:20");
    await Promise.all([1, 2, 3].map(() => plan("2026-11-24T00:35")));
    expect(await rowsOf(org)).toEqual([row]);
    expect(await allMails(org.service())).toEqual([]);
  });

  test("what was mailed of a whole step is not mailed again of each of its reports", async () => {
    const { org, one, plan } = await world();
    const clock = (key: string, dueOn = "2026-11-24") =>
      one({ clocks: [sampleClock({ key, dueOn, alerts: [alertOn("due", dueOn, "urgent")] })] });
    await plan("2026-11-24T10:00", [clock("step:platform-reports:T-SAMPLE")]);
    for (const platform of ["instagram", "facebook"])
      await plan("2026-11-24T11:00", [clock(`step:platform-reports/${platform}:T-SAMPLE`)]);
    expect(await allMails(org.service())).toHaveLength(1);
    // Another day of the clock is told of as ever.
    await plan("2026-11-26T11:00", [clock("step:platform-reports/facebook:T-SAMPLE", "2026-11-26")]);
    expect(await allMails(org.service())).toHaveLength(2);
  });

  test("makes one mail for what is urgent, in the transaction, at once by day", async () => {
    const { org, person, plan } = await world();
    await plan("2026-11-25T10:00");
    expect(await rowsOf(org)).toEqual([
      { memberId: person.memberId, alert: "due", urgency: "digest", mailed: false },
      { memberId: person.memberId, alert: "overdue", urgency: "urgent", mailed: true },
    ]);
    const [mail, ...more] = await allMails(org.service());
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: "urgent", memberId: person.memberId, notBefore: at("2026-11-25T10:00") });
    // The queue asks a mail server that is away for hours, and lets a claim lapse before it asks again.
    const patient = { retry_limit: 8, retry_backoff: true, expire_seconds: 900 };
    expect(await jobsOf(mail?.id ?? "")).toEqual([expect.objectContaining(patient)]);
    await Promise.all([plan("2026-11-25T10:15"), plan("2026-11-25T10:15")]);
    expect(await allMails(org.service())).toHaveLength(1);
    expect(await jobsOf(mail?.id ?? "")).toHaveLength(1);
  });

  test("holds an urgent mail until the quiet hours are over, and the job with it", async () => {
    const { org, plan } = await world();
    await plan("2026-11-25T02:00");
    const [mail] = await allMails(org.service());
    expect(mail?.notBefore).toEqual(at("2026-11-25T07:00"));
    const [job] = await jobsOf(mail?.id ?? "");
    expect(job?.start_after).toEqual(at("2026-11-25T07:00"));
  });

  test("does not hold the mail about somebody in danger", async () => {
    const { org, plan, one } = await world();
    const danger = sampleClock({
      key: "case:T-CRISIS",
      code: "T-CRISIS",
      alerts: [alertOn("due", "2026-11-25", "urgent", at("2026-11-25T01:30").toISOString())],
    });
    await plan("2026-11-25T02:00", [one({ clocks: [danger] })]);
    expect((await allMails(org.service()))[0]?.notBefore).toEqual(at("2026-11-25T02:00"));
  });

  test("tells the owner and everybody who works on the case, each by their own wishes", async () => {
    const { org, person, caseId, one, plan } = await world();
    const next = await org.person("caseworker");
    const silent = await org.person("caseworker");
    for (const { memberId } of [silent, next]) {
      await assignCase(await org.as("supervisor"), { caseId, memberId });
    }
    await setWishes(silent.ctx, { ...defaultWishes(), mails: "none" });
    await setWishes(person.ctx, { ...defaultWishes(), mails: "digest" });
    await plan("2026-11-25T10:00", [one({ ownerId: next.memberId })]);
    const told = await rowsOf(org);
    const urgencies = (memberId: string) => told.filter((row) => row.memberId === memberId).map((row) => row.urgency);
    expect(urgencies(person.memberId)).toEqual(["digest", "digest"]);
    expect(urgencies(next.memberId)).toEqual(["digest", "urgent"]);
    expect(urgencies(silent.memberId)).toEqual([]);
  });

  test("lets a new due day of the same clock be told again, and what is older than a week be", async () => {
    const { org, one, plan } = await world();
    await plan("2026-11-24T10:00");
    const moved = sampleClock({ dueOn: "2026-11-27", alerts: [alertOn("due", "2026-11-27")] });
    await plan("2026-11-27T10:00", [one({ clocks: [moved] })]);
    expect(await rowsOf(org)).toHaveLength(2);
    const old = sampleClock({ key: "hand:old", alerts: [alertOn("due", "2026-11-19")] });
    await plan("2026-11-27T10:00", [one({ clocks: [old] })]);
    expect(await rowsOf(org)).toHaveLength(2);
  });

  test("needs no more statements for twenty cases than for one", async () => {
    const { org, person, one } = await world();
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, at) => plantCase(person.ctx, { code: `CD-27-${at}`, number: at + 2 })),
    );
    const counted = async (cases: CaseToRemind[], wall: string) =>
      withTransaction(jobCtx(org.id, { now: () => at(wall) }), "read write", async (scoped) => {
        let statements = 0;
        const count =
          <T extends (...args: never[]) => unknown>(act: T) =>
          (...args: Parameters<T>) => {
            statements += 1;
            return act(...args);
          };
        const db = new Proxy(scoped.db, {
          get(target, name) {
            const value = Reflect.get(target, name);
            if (name === "select" || name === "execute") return count(value.bind(target));
            return typeof value === "function" ? value.bind(target) : value;
          },
        });
        await planReminders({ ...scoped, db }, { cases });
        return statements;
      });
    const single = await counted([one()], "2026-11-24T10:00");
    const many = await counted(
      ids.map((id, at) => one({ id, code: `CD-27-${at}` })),
      "2026-11-24T10:00",
    );
    expect(many).toBe(single);
    expect(await rowsOf(org)).toHaveLength(21);
  });
});

describe("the outbox", () => {
  let person: Person;
  let org: Org;

  beforeAll(async () => {
    const made = await world();
    await made.plan("2026-11-25T10:00");
    org = made.org;
    person = made.person;
  });

  test("shows a member their own mails and nobody else's", async () => {
    const { listMyMails } = await import("@/lib/escalation/reminders/queries");
    expect(await listMyMails(person.ctx)).toHaveLength(1);
    for (const ctx of [(await org.person("caseworker")).ctx, await (await makeOrg()).as("supervisor")]) {
      expect(await listMyMails(ctx)).toEqual([]);
    }
  });

  test("is written by jobs alone", async () => {
    await expect(
      withTransaction(person.ctx, "read write", ({ db }) => db.update(reminders).set({ why: "Nothing." }).returning()),
    ).resolves.toEqual([]);
  });
});
