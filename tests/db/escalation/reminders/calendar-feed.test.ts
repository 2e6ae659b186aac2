import { createHash } from "node:crypto";
import ICAL from "ical.js";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/api/calendar/[token]/route";
import { startClock } from "@/lib/escalation/deadlines/start-clock";
import { makeFeed } from "@/lib/escalation/reminders/make-feed";
import { revokeFeed } from "@/lib/escalation/reminders/revoke-feed";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
import { newId } from "@/lib/platform/ids";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { followUp, plantFollowUp } from "@/tests/support/plant-clock";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

const look = (token: string) =>
  GET(new NextRequest(`http://localhost:3000/api/calendar/${token}`), { params: Promise.resolve({ token }) });

async function eventsOf(token: string): Promise<ICAL.Event[]> {
  const answer = await look(token);
  expect(answer.status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  return calendar.getAllSubcomponents("vevent").map((allSubcomponent) => new ICAL.Event(allSubcomponent));
}

const addDate = (ctx: Ctx, caseId: string, title: string, dueOn: string) =>
  startClock(ctx, { id: newId(), caseId, title, dueOn });

const ofDate = (events: readonly ICAL.Event[], date: string) =>
  events.filter((entry) => entry.startDate.toString() === date).map((entry) => entry.summary);

describe("the calendar feed", () => {
  test("has the deadlines of its owner's cases, by number and kind", async () => {
    const { ctx } = await org.person("caseworker");
    const caseId = await plantCase(ctx, { code: "CD-26-0012" });
    await addDate(ctx, caseId, "Canary-title", "2031-03-04");
    const { token } = await makeFeed(ctx, {});
    const answer = await look(token);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const text = await answer.text();
    expect(text).not.toMatch(/canary|plant|threat/i);
    const events = await eventsOf(token);
    expect(ofDate(events, "2031-03-04")).toEqual(["CD-26-0012: own date"]);
    const links = new Set(events.map((entry) => entry.description));
    expect([...links]).toEqual([`http://localhost:3000/cases/${caseId}/deadlines`]);
  });

  test("gives the same event the same name each time", async () => {
    const { ctx } = await org.person("caseworker");
    const caseId = await plantCase(ctx);
    await addDate(ctx, caseId, "One", "2031-03-04");
    await addDate(ctx, caseId, "Another", "2031-03-04");
    const { token } = await makeFeed(ctx, {});
    const names = async () => (await eventsOf(token)).map((entry) => entry.uid);
    const first = await names();
    expect(new Set(first).size).toBe(first.length);
    expect(await names()).toEqual(first);
    expect(first.every((uid) => /^[0-9a-f]{32}@localhost$/.test(uid))).toBe(true);
  });

  test("names no event so that whoever reads the feed can tell its step", async () => {
    const { ctx } = await org.person("caseworker");
    const caseId = await plantCase(ctx);
    await plantFollowUp(ctx, caseId, 3);
    const { token } = await makeFeed(ctx, {});
    const messages = (await eventsOf(token)).map((entry) => entry.uid.slice(0, 32));
    expect(messages.length).toBeGreaterThan(0);
    const guess = createHash("sha256").update(`${caseId} ${followUp}`).digest("hex").slice(0, 32);
    expect(messages).not.toContain(guess);
  });

  test("is closed while the login of its owner is disabled", async () => {
    const person = await org.person("caseworker");
    const { token } = await makeFeed(person.ctx, {});
    expect((await look(token)).status).toBe(200);
    await owner()`update auth.logins set disabled_at = now() where id = ${person.loginId}`;
    expect((await look(token)).status).toBe(404);
    await owner()`update auth.logins set disabled_at = null where id = ${person.loginId}`;
    expect((await look(token)).status).toBe(200);
  });

  test("has nothing of a colleague's case, also for a supervisor who sees it", async () => {
    const owner = (await org.person("caseworker")).ctx;
    const caseId = await plantCase(owner);
    await addDate(owner, caseId, "Theirs", "2032-05-06");
    for (const role of ["caseworker", "supervisor"] as const) {
      const { token } = await makeFeed((await org.person(role)).ctx, {});
      expect(ofDate(await eventsOf(token), "2032-05-06")).toEqual([]);
    }
  });

  test("answers the same for an unknown, a closed and a broken address, and for one whose owner has left", async () => {
    const left = await org.person("caseworker");
    const open = await org.person("caseworker");
    const gone = await makeFeed(left.ctx, {});
    await removeMember(await org.confirmed("admin"), { memberId: left.memberId });
    const closed = await makeFeed(open.ctx, {});
    await revokeFeed(open.ctx, { feedId: closed.id });
    const unknown = Buffer.alloc(32, 5).toString("base64url");
    const answers = await Promise.all([gone.token, closed.token, unknown, "x", "", `${closed.token}x`].map(look));
    const messages = await Promise.all(
      answers.map(async (answer) => JSON.stringify([answer.status, await answer.text(), [...answer.headers]])),
    );
    expect(new Set(messages).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });

  test("lets a program look thirty times at once, then once a minute", async () => {
    const { token } = await makeFeed((await org.person("caseworker")).ctx, {});
    const statuses: number[] = [];
    for (let n = 0; n < 33; n++) statuses.push((await look(token)).status);
    expect(statuses.slice(0, 30).every((status) => status === 200)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    const other = await makeFeed((await org.person("caseworker")).ctx, {});
    expect((await look(other.token)).status).toBe(200);
  });
});
