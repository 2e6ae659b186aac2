import { afterAll, beforeAll, expect, test } from "vitest";
import { GET } from "@/app/api/calendar/[token]/route";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { startClock } from "@/lib/escalation/deadlines/start-clock";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import { makeFeed } from "@/lib/escalation/reminders/make-feed";
import { defaultWishes } from "@/lib/escalation/reminders/rules";
import { sweepClocks } from "@/lib/escalation/rounds/sweep-clocks";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { sendMail } from "@/lib/kernel/mail/send-mail";
import { houseLaw, newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { instantOnWall } from "@/lib/platform/time/zone";
import { account, caseForm, incident, newClient } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { allMails } from "@/tests/support/plant-mail";
import { type MailServer, startMailServer } from "@/tests/support/smtp";

const injected = "\r\nBcc: thief@evil.example\r\nX-Planted: yes";
let server: MailServer;
let org: Org;
let worker: Person;
let supervisor: Person;

const at = (day: string, time: string): Date => {
  const found = instantOnWall(`${day}T${time}`, defaultWishes().zone);
  if (!found) throw new Error(`no such time: ${day} ${time}`);
  return found;
};

beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  org = await makeOrg(`Canary-organisation${injected}`);
  worker = await org.person("caseworker", `Canary-worker${injected}`);
  supervisor = await org.person("supervisor", "Canary-supervisor");
  await live({ ...worker.ctx, now: at("2026-11-02", "09:00") });
  await mailFor("2026-11-02", 20);
}, 120_000);

afterAll(() => server.stop());

/** A case full of words that must not get out, with clocks of many kinds. */
async function live(ctx: Ctx): Promise<void> {
  const form = caseForm({
    client: {
      ...newClient("Canary-bird"),
      name: "Canary-client",
      address: "1 Canary-street",
      phone: "+27 82 555 0199",
    },
    matter: "Canary-matter",
    inDanger: "on",
    subject: { allegedName: "Canary-subject", allegedPlace: "Canary-town" },
    accounts: [{ ...account, handle: "@canary.handle", url: "https://www.instagram.com/canary.handle" }],
    incidents: [{ ...incident, words: "Canary-words", what: "Canary-what" }],
  });
  const { id: caseId } = await openCase(ctx, form);
  const [playbook] = newestPlaybooks();
  for (const stepKey of Object.keys(playbook?.steps ?? {})) {
    await beginStep(ctx, { caseId, stepKey, note: "Canary-note" }).catch(() => {});
  }
  const number = { kind: "cas", raw: "Canarystation CAS 142/10/2026", receivedVia: "sms", issuedOn: "2026-11-02" };
  await recordReference(ctx, { caseId, ...number });
  await startClock(ctx, { id: newId(), caseId, title: "Canary-date", note: "Canary-note", dueOn: "2026-11-05" });
  for (const rule of houseLaw.clocks.filter((clock) => clock.byHand && clock.enabled)) {
    const day = rule.limit ? { startedOn: "2026-11-01" } : { startedOn: "2026-11-01", dueOn: "2026-11-06" };
    await startClock(ctx, { id: newId(), caseId, code: rule.code, ...day });
  }
}

/** The round by night and by day, and everything sent that may be sent. */
async function mailFor(first: string, days: number): Promise<void> {
  for (let n = 0; n < days; n++) {
    for (const time of ["02:00", "07:30", "15:00"]) {
      const now = at(addDays(first, n), time);
      const service = jobCtx(org.id, { now: () => now });
      await sweepClocks(service);
      for (const mail of await allMails(service)) if (!mail.sentAt) await sendMail(service, { mailId: mail.id });
    }
  }
}

const everything = () => server.received.map(({ raw, mail }) => `${raw}\n${mail.subject}\n${mail.text}`);

/** What the law calls a step, a clock, an agency or a platform tells what a case is about. */
const telling = [
  ...Object.values(newestPlaybooks()[0]?.steps ?? {}).map((step) => step.title),
  ...houseLaw.clocks.flatMap((clock) => [clock.title, clock.code, clock.afterwards]),
  ...houseLaw.platforms.map((platform) => platform.name),
  ...houseLaw.agencies.map((agency) => agency.name),
].filter((words) => words.length > 2);

test("mails of every kind went out", async () => {
  const kinds = (await allMails(org.service())).map((mail) => mail.kind);
  expect(new Set(kinds)).toEqual(new Set(["digest", "urgent", "supervisor_digest"]));
  expect(server.received.length).toBeGreaterThan(20);
});

test("no mail holds a name, a pseudonym, an account, a number from outside or a word of the matter", () => {
  for (const text of everything())
    expect(text).not.toMatch(/canary|nomvula|dlamini|night\.owl|142\/10|instagram|555 0199/i);
});

test("no mail says what a step, a clock, a platform or an agency is called", () => {
  expect(telling.length).toBeGreaterThan(50);
  for (const { mail } of server.received) {
    const text = `${mail.subject}\n${mail.text}`.toLowerCase();
    expect(telling.filter((words) => text.includes(words.toLowerCase()))).toEqual([]);
  }
});

test("subjects are a count and nothing of a case", () => {
  const known = /^Crossdocket: (\d+ things? (for today|that should not wait)|your team today)$/;
  expect(server.received.map(({ mail }) => mail.subject).filter((subject) => !known.test(subject ?? ""))).toEqual([]);
});

test("a name with line breaks adds no header and no receiver", () => {
  const addresses = new Set([worker, supervisor].map(({ memberId }) => `${memberId}@test.example`));
  for (const { to, mail } of server.received) {
    expect(to).toHaveLength(1);
    expect(addresses.has(to[0] ?? "")).toBe(true);
    expect([mail.bcc, mail.headers.get("x-planted")]).toEqual([undefined, undefined]);
  }
});

test("each mail says which case, why, and where to change what one gets", () => {
  for (const { mail } of server.received) {
    expect(mail.text).toMatch(/^CD-26-\d{4}: |^Your team on /m);
    expect(mail.text).toContain("http://localhost:3000/account#reminders");
  }
});

test("the calendar feed holds as little", async () => {
  const { token } = await makeFeed(worker.ctx, {});
  const request = new Request(`http://localhost:3000/api/calendar/${token}`) as never;
  const text = await (await GET(request, { params: Promise.resolve({ token }) })).text();
  const unfolded = text.replaceAll("\r\n ", "").toLowerCase();
  expect(unfolded.match(/begin:vevent/g)?.length).toBeGreaterThan(10);
  expect(unfolded).not.toMatch(/canary|nomvula|instagram|step:|hand:/);
  expect(telling.filter((words) => unfolded.includes(words.toLowerCase()))).toEqual([]);
});
