import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { sendMail } from "@/lib/kernel/mail/send-mail";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { addHours } from "@/lib/platform/time/clock";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { mailRow, plantMail } from "@/tests/support/plant-mail";
import { type MailServer, startMailServer } from "@/tests/support/smtp";

let org: Org;
let worker: Person;
let server: MailServer;

beforeAll(async () => {
  server = await startServer();
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = "reminders@cases.example";
  org = await makeOrg();
  worker = await org.person("caseworker");
});

afterAll(() => server.stop());

/** Refuses one address, as a server does that knows no such mailbox. */
const startServer = (port?: number) =>
  startMailServer({
    ...(port ? { port } : {}),
    onRcptTo(address, session, done) {
      greetings.push(session.hostNameAppearsAs);
      const unknown = address.address === refusing.address;
      done(unknown ? Object.assign(new Error(`no mailbox ${address.address}`), { responseCode: 550 }) : undefined);
    },
  });

const refusing = { address: "" };
const greetings: string[] = [];
const later = (minutes: number): Ctx => jobCtx(org.id, { now: () => addHours(new Date(), minutes / 60) });
const sentTo = (id: string) => server.received.filter((received) => received.mail.messageId === `<${id}@localhost>`);

describe("sendMail", () => {
  test("sends what lies in the outbox to its member, in plain text, and says when", async () => {
    const id = await plantMail(org.service(), worker.memberId);
    expect(await sendMail(org.service(), { mailId: id })).toBe("sent");
    const [got, ...more] = sentTo(id);
    expect(more).toEqual([]);
    expect(got?.to).toEqual([`${worker.memberId}@test.example`]);
    expect(got?.mail.from?.text).toBe('"Crossdocket" <reminders@cases.example>');
    expect(got?.mail.subject).toBe("Crossdocket: 1 thing for today");
    expect(got?.mail.text?.trim()).toBe("CD-26-0001: due today.");
    expect(got?.mail.html).toBe(false);
    expect(await mailRow(org.service(), id)).toMatchObject({ sentAt: expect.any(Date), failure: null });
  });

  test("greets the server with the address of the house, not with the name of this machine", async () => {
    const id = await plantMail(org.service(), worker.memberId);
    await sendMail(org.service(), { mailId: id });
    expect(greetings.at(-1)).toBe("localhost");
  });

  test("nothing goes to a member whose role sees no cases any more", async () => {
    const person = await org.person("caseworker");
    const id = await plantMail(org.service(), person.memberId);
    await changeRole(await org.confirmed("admin"), { memberId: person.memberId, role: "admin" });
    expect(await sendMail(org.service(), { mailId: id })).toBe("held");
    expect(sentTo(id)).toHaveLength(0);
  });

  test("that there are alerts goes to administrators and supervisors, and to nobody who is neither any more", async () => {
    for (const role of ["admin", "supervisor"] as const) {
      const { memberId } = await org.person(role);
      const id = await plantMail(org.service(), memberId, { kind: "alert" });
      expect(await sendMail(org.service(), { mailId: id }), role).toBe("sent");
    }
    const id = await plantMail(org.service(), worker.memberId, { kind: "alert" });
    expect(await sendMail(org.service(), { mailId: id })).toBe("held");
  });

  test("a second run finds it sent", async () => {
    const id = await plantMail(org.service(), worker.memberId);
    await sendMail(org.service(), { mailId: id });
    expect(await sendMail(later(60), { mailId: id })).toBe("held");
    expect(sentTo(id)).toHaveLength(1);
  });

  test("of workers that race, one sends", async () => {
    const id = await plantMail(org.service(), worker.memberId);
    const ends = await Promise.all([1, 2, 3, 4].map(() => sendMail(org.service(), { mailId: id })));
    expect(ends.toSorted()).toEqual(["held", "held", "held", "sent"]);
    expect(sentTo(id)).toHaveLength(1);
  });

  test("a worker that died after its claim is followed by another, with the same Message-ID", async () => {
    const claimedAt = new Date();
    const id = await plantMail(org.service(), worker.memberId, { claimedAt });
    expect(await sendMail(later(5), { mailId: id })).toBe("held");
    expect(sentTo(id)).toHaveLength(0);
    expect(await sendMail(later(11), { mailId: id })).toBe("sent");
    expect(await sendMail(later(30), { mailId: id })).toBe("held");
    expect(sentTo(id)).toHaveLength(1);
  });

  test("a server that is away is asked again, and then it is sent once", async () => {
    const id = await plantMail(org.service(), worker.memberId);
    const { port, received } = server;
    await server.stop();
    await expect(sendMail(org.service(), { mailId: id })).rejects.toThrow("The mail server cannot be reached.");
    expect(await mailRow(org.service(), id)).toMatchObject({
      sentAt: null,
      claimedAt: null,
      failure: "The mail server cannot be reached.",
    });
    server = await startServer(port);
    server.received.push(...received);
    expect(await sendMail(org.service(), { mailId: id })).toBe("sent");
    expect(sentTo(id)).toHaveLength(1);
    expect(await mailRow(org.service(), id)).toMatchObject({ failure: null });
  });

  test("a refusal is kept in our words, without the address", async () => {
    const person = await org.person("caseworker");
    refusing.address = `${person.memberId}@test.example`;
    const id = await plantMail(org.service(), person.memberId);
    const failure = "The mail server refused the sender or the receiver (550).";
    await expect(sendMail(org.service(), { mailId: id })).rejects.toThrow(failure);
    expect(await mailRow(org.service(), id)).toMatchObject({ sentAt: null, failure });
  });

  test("waits for the end of quiet hours, and lets old news be", async () => {
    const early = await plantMail(org.service(), worker.memberId, { notBefore: addHours(new Date(), 2) });
    expect(await sendMail(org.service(), { mailId: early })).toBe("held");
    expect(await sendMail(later(121), { mailId: early })).toBe("sent");
    const old = await plantMail(org.service(), worker.memberId, { madeAt: addHours(new Date(), -40) });
    expect(await sendMail(org.service(), { mailId: old })).toBe("held");
  });

  test("is the worker's alone, and knows no mail of another organisation", async () => {
    const id = await plantMail(org.service(), worker.memberId);
    await expect(sendMail(worker.ctx, { mailId: id })).rejects.toMatchObject({ code: "forbidden" });
    const other = await makeOrg();
    expect(await sendMail(other.service(), { mailId: id })).toBe("held");
    expect(sentTo(id)).toHaveLength(0);
  });

  test("nothing goes to a member who was removed", async () => {
    const person = await org.person("caseworker");
    const id = await plantMail(org.service(), person.memberId);
    const { removeMember } = await import("@/lib/organisation/members/commands/remove-member");
    await removeMember(await org.confirmed("admin"), { memberId: person.memberId });
    expect(await sendMail(org.service(), { mailId: id })).toBe("held");
    expect(sentTo(id)).toHaveLength(0);
  });
});
