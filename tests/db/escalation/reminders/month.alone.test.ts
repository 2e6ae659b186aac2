import { afterAll, beforeAll, expect, test } from "vitest";
import { cases, mails, reminders } from "@/db/schema";
import { readCaseClocks } from "@/lib/escalation/deadlines/queries";
import { startClock } from "@/lib/escalation/deadlines/start-clock";
import { defaultWishes, hasCome } from "@/lib/escalation/reminders/rules";
import { setWishes } from "@/lib/escalation/reminders/set-wishes";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { demoPeople } from "@/lib/operations/demo/people";
import { playAct } from "@/lib/operations/demo/play-act";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { owner } from "@/tests/support/db";
import { at, type Demo, loadDemoAt, mailLines, plainKey, reminderLines, tick } from "@/tests/support/month-of-mail";
import { type MailServer, startMailServer } from "@/tests/support/smtp";

/**
 * The demonstration organisation lives through 31 days, 24 November to 24 December 2026, with one day of rest in each
 * country (26 November there, 16 December here). Two workers do every round at the same time and each day's mails are
 * asked for again and again. What comes of it stands in tests/fixtures/month-of-reminders.txt, row by row; the rules
 * say the same in a second way below.
 */
const first = "2026-11-24";
const days = Array.from({ length: 31 }, (_, n) => addDays(first, n));
const hours = ["00:15", "07:30", "13:15", "13:30"];
const fixture = "../../../fixtures/month-of-reminders.txt";

let server: MailServer;
let demo: Demo;
const messages: string[] = [];
const called = new Set<string>();

beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  demo = await loadDemoAt(at(first, "08:00"));
  const anele = { ...demo.cast.anele.ctx, now: at(first, "08:00") };
  await setWishes(anele, { ...defaultWishes(), mails: "digest", digestAt: "13:30" });
  const names = new Map(
    demoPeople.map((demoPerson) => [demoPerson.email as string, demoPerson.name.split(" ")[0] ?? ""]),
  );
  for (const day of days) {
    for (const time of hours) {
      if (day === first && time < "08:00") continue;
      const before = server.received.length;
      await tick(demo.orgId, at(day, time), 2);
      messages.push(...mailLines(server, before, day, time, names));
      await collect(at(day, time));
      await work(day, time);
    }
  }
}, 600_000);

afterAll(() => server.stop());

/** What people do in that month; everything else is left to run late. */
async function work(day: string, time: string): Promise<void> {
  await signInAgain();
  const thandi = { ...demo.cast.thandi.ctx, now: at(day, "10:00") };
  const caseOf = (pseudonym: string) => demo.opened.get(pseudonym) ?? "";
  const done = `${day} ${time}`;
  if (done === "2026-11-25 07:30") {
    const cas = { ago: 0, number: "cas", serial: 977, station: "Plover Bay", via: "sms" } as const;
    await playAct(thandi, caseOf("Sandpiper"), cas);
  }
  if (done === "2026-11-30 07:30") {
    await playAct(thandi, caseOf("Honeybush"), { ago: 0, contact: "detective", note: "Asked for an update." });
  }
  if (done === "2026-12-10 07:30") {
    const asked = { id: newId(), caseId: caseOf("Honeybush"), code: "T-PHA-ECSP", startedOn: "2026-12-10" };
    await startClock(thandi, asked);
  }
}

/** A session of the day before has run out by the database's clock, which goes with the days. */
async function signInAgain(): Promise<void> {
  await owner()`update auth.sessions set idle_expires_at = clock_timestamp() + interval '30 minutes',
    expires_at = clock_timestamp() + interval '12 hours' where ended_at is null`;
}

/** The second way: every alert that the clocks call for at this hour, whoever was told. */
async function collect(now: Date): Promise<void> {
  await withTransaction(jobCtx(demo.orgId, { now: () => now }), "read only", async (scoped) => {
    const rows = await scoped.db.select().from(cases);
    for (const [caseId, clocks] of await readCaseClocks(scoped, rows)) {
      const code = rows.find((row) => row.id === caseId)?.code;
      for (const clock of clocks) {
        if (clock.state === "paused") continue;
        for (const alert of clock.alerts) {
          if (hasCome(alert, now, defaultWishes().zone))
            called.add(`${code} ${clock.key} ${clock.dueOn} ${alert.name}`);
        }
      }
    }
  });
}

test("the reminders and mails of the month are exactly these", async () => {
  const told = await reminderLines(demo.orgId);
  const text = [
    "REMINDERS: made | for | case | clock | due | alert | urgency | told by",
    ...told,
    "",
    "MAILS as the mail server got them: when | to | subject, then a line for each case",
    ...messages,
  ].join("\n");
  await expect(`${text}\n`).toMatchFileSnapshot(fixture);
});

test("there is a reminder for each alert that the clocks called for, and for nothing else", async () => {
  const rows = await withTransaction(jobCtx(demo.orgId), "read only", ({ db }) => db.select().from(reminders));
  const codes = await withTransaction(jobCtx(demo.orgId), "read only", ({ db }) => db.select().from(cases));
  const made = rows.map((reminder) => {
    const code = codes.find((row) => row.id === reminder.caseId)?.code;
    return `${code} ${reminder.clockKey} ${reminder.dueOn} ${reminder.alert}`;
  });
  expect(called.size).toBeGreaterThan(20);
  expect(made.map(plainKey).toSorted()).toEqual([...called].map(plainKey).toSorted());
});

test("each mail was sent once, and none is left", async () => {
  const rows = await withTransaction(jobCtx(demo.orgId), "read only", ({ db }) => db.select().from(mails));
  expect(rows.filter((row) => !row.sentAt)).toEqual([]);
  expect(server.received.map((received) => received.mail.messageId).toSorted()).toEqual(
    rows.map((row) => `<${row.id}@localhost>`).toSorted(),
  );
});

test("a day lived again, by three workers, changes nothing", async () => {
  const before = await reminderLines(demo.orgId);
  const { length } = server.received;
  for (const time of hours) await tick(demo.orgId, at("2026-12-24", time), 3);
  expect(await reminderLines(demo.orgId)).toEqual(before);
  expect(server.received).toHaveLength(length);
});
