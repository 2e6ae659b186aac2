import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { members } from "@/db/schema";
import { answerClock } from "@/lib/escalation/deadlines/answer-clock";
import { startClock } from "@/lib/escalation/deadlines/start-clock";
import { planDigests } from "@/lib/escalation/reminders/plan-digests";
import { defaultWishes } from "@/lib/escalation/reminders/rules";
import { setWishes } from "@/lib/escalation/reminders/set-wishes";
import { sweepClocks } from "@/lib/escalation/rounds/sweep-clocks";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { newId } from "@/lib/platform/ids";
import { instantOnWall } from "@/lib/platform/time/zone";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { allMails } from "@/tests/support/plant-mail";

const zone = defaultWishes().zone;
const at = (wall: string): Date => {
  const found = instantOnWall(wall, zone);
  if (!found) throw new Error(`no such time: ${wall}`);
  return found;
};
const on = (ctx: Ctx, wall: string): Ctx => ({ ...ctx, now: at(wall) });

/** An organisation with one caseworker, whose one case has one date of its own, on 24 November 2026. */
async function world() {
  const org = await makeOrg();
  const person = await org.person("caseworker");
  const opened = on(person.ctx, "2026-11-16T09:00");
  const caseId = await plantCase(opened, { code: "CD-26-0012" });
  const dateId = newId();
  await startClock(opened, { id: dateId, caseId, title: "Canary-title", dueOn: "2026-11-24" });
  const round = (wall: string) => sweepClocks(jobCtx(org.id, { now: () => at(wall) }));
  const digests = async () => (await allMails(org.service())).filter((mail) => mail.memberId === person.memberId);
  return { org, person, caseId, dateId, opened, round, digests };
}

const lines = (body: string | undefined) => body?.match(/^CD-.*$/gm);

describe("planDigests", () => {
  test("makes one mail a day from its hour on, and tells what is overdue again each morning", async () => {
    const { round, digests } = await world();
    await round("2026-11-24T07:15");
    expect(await digests()).toEqual([]);
    for (const wall of ["07:30", "07:45", "12:00", "18:45", "23:00"]) await round(`2026-11-24T${wall}`);
    expect((await digests()).map((mail) => [mail.kind, mail.occasion])).toEqual([["digest", "digest:2026-11-24"]]);
    await round("2026-11-25T07:00");
    await round("2026-11-25T07:30");
    await round("2026-11-26T07:30");
    const all = await digests();
    expect(all.map((mail) => mail.occasion)).toEqual(["digest:2026-11-24", "digest:2026-11-25", "digest:2026-11-26"]);
    expect(all.map((mail) => lines(mail.body))).toEqual([
      ["CD-26-0012: due today."],
      ["CD-26-0012: 1 day overdue."],
      ["CD-26-0012: 2 days overdue."],
    ]);
  });

  test("who covers for a colleague is told of that colleague's cases, and for whom, by code", async () => {
    const { org, person, round } = await world();
    const cover = await org.person("caseworker");
    const leave = { memberId: person.memberId, coverId: cover.memberId, fromOn: "2026-11-20", untilOn: "2026-11-30" };
    await recordAbsence(on(person.ctx, "2026-11-20T09:00"), leave);
    await round("2026-11-24T07:45");
    const [mail, ...more] = (await allMails(org.service())).filter(
      (candidate) => candidate.memberId === cover.memberId,
    );
    expect(more).toEqual([]);
    const code = await withTransaction(org.service(), "read only", async ({ db }) => {
      const [row] = await db.select({ code: members.code }).from(members).where(eq(members.id, person.memberId));
      return row?.code;
    });
    expect(mail?.body).toContain(`You cover for ${code} until 30 Nov 2026.`);
    expect(code).toMatch(/^S-\d+$/);
    expect(mail?.body).not.toContain("Canary");
  });

  test("makes one among many workers", async () => {
    const { org, round, digests } = await world();
    await round("2026-11-24T07:00");
    const service = jobCtx(org.id, { now: () => at("2026-11-24T07:30") });
    const made = await Promise.all([1, 2, 3, 4].map(() => planDigests(service)));
    expect(made.map((result) => result.made).toSorted()).toEqual([0, 0, 0, 1]);
    expect(await digests()).toHaveLength(1);
  });

  test("says nothing of what was answered before the hour came", async () => {
    const { person, caseId, dateId, round, digests } = await world();
    await round("2026-11-24T00:15");
    const early = on(person.ctx, "2026-11-24T06:00");
    await answerClock(early, { caseId, clockId: dateId, on: "2026-11-24", note: "It was done." });
    await round("2026-11-24T07:30");
    expect(await digests()).toEqual([]);
  });

  test("goes by the clock and the wishes of each member", async () => {
    const { person, round, digests } = await world();
    await setWishes(person.ctx, {
      ...defaultWishes(),
      zone: "America/New_York",
      digestAt: "06:00",
      quietUntil: "05:00",
    });
    await round("2026-11-24T07:30");
    expect(await digests()).toEqual([]);
    // 06:00 in New York is 13:00 here.
    await round("2026-11-24T12:45");
    expect(await digests()).toEqual([]);
    await round("2026-11-24T13:00");
    expect(await digests()).toHaveLength(1);
    await setWishes(person.ctx, { ...defaultWishes(), mails: "none" });
    await round("2026-11-26T12:00");
    expect(await digests()).toHaveLength(1);
  });

  test("is the worker's alone", async () => {
    const { person } = await world();
    await expect(planDigests(person.ctx)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the supervisor's digest", () => {
  const mailsOf = async (org: Org, memberId: string) =>
    (await allMails(org.service())).filter((mail) => mail.memberId === memberId);

  test("is one mail a day with the team in numbers, however much is late", async () => {
    const { org, person, opened, round } = await world();
    const supervisor = await org.person("supervisor");
    for (let n = 0; n < 40; n++) {
      const caseId = await plantCase(opened, { code: `CD-26-${100 + n}`, number: n + 2 });
      await startClock(opened, { id: newId(), caseId, title: "Late", dueOn: "2026-11-20" });
    }
    for (const wall of ["2026-11-24T07:30", "2026-11-24T12:00"]) await round(wall);
    const [mail, ...more] = await mailsOf(org, supervisor.memberId);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: "supervisor_digest", occasion: "supervisor_digest:2026-11-24" });
    const { readMe } = await import("@/lib/organisation/members/queries");
    const code = (await readMe(person.ctx))?.code ?? "";
    expect(mail?.body.match(new RegExp(`^${code} .*$`, "m"))?.[0].split(/\s+/)).toEqual([
      code,
      "41",
      "40",
      "0",
      "0",
      "0",
      "0",
    ]);
    expect(mail?.body).not.toContain("LEGAL DEADLINES");
    const own = await mailsOf(org, person.memberId);
    expect(own.map((item) => item.subject)).toEqual(["Crossdocket: 41 things for today"]);
  });

  test("lists late deadlines of the law by case number, and nothing when all is well", async () => {
    const { org, opened, round } = await world();
    const supervisor = await org.person("supervisor");
    await round("2026-11-20T08:00");
    expect(await mailsOf(org, supervisor.memberId)).toEqual([]);
    const caseId = await plantCase(opened, { code: "CD-26-0077", number: 2 });
    const { houseLaw } = await import("@/lib/law/jurisdictions/rules");
    const rule = houseLaw.clocks.find(
      (clock) => clock.byHand && clock.enabled && clock.kind === "L" && clock.sense === "deadline",
    );
    const asked = { id: newId(), caseId, code: rule?.code, startedOn: "2026-11-16", dueOn: "2026-11-19" };
    await startClock(opened, asked);
    await round("2026-11-20T09:00");
    const [mail] = await mailsOf(org, supervisor.memberId);
    expect(lines(mail?.body)).toEqual(["CD-26-0077: 1 day overdue, due 19 Nov 2026."]);
  });
});
