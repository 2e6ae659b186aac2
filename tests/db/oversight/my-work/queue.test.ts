import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { readDeadlinesPage } from "@/lib/escalation/deadlines/queries";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { noteContact } from "@/lib/escalation/ladder/commands/note-contact";
import { readLadder } from "@/lib/escalation/ladder/queries";
import { snoozeItem } from "@/lib/escalation/snoozes/snooze-item";
import { wakeItem } from "@/lib/escalation/snoozes/wake-item";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { countsAsDate } from "@/lib/law/clocks/rules";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { readNavCounts } from "@/lib/oversight/my-work/read-nav-counts";
import type { Act } from "@/lib/oversight/my-work/types";
import { listTeam } from "@/lib/oversight/team/list-team";
import { addDays } from "@/lib/platform/time/calendar";
import { bySql } from "@/tests/support/by-sql";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { followUp, homeToday, plantFollowUp, plantHandClock } from "@/tests/support/plant-clock";

/** Thandi covers for Lerato, who is away; Sipho has one case of his own; Naledi supervises. */
let org: Org;
let supervisor: Person;
let thandi: Person;
let lerato: Person;
let sipho: Person;
/** Of Thandi: one that is silent for too long, one with a date of each kind. Of Lerato and Sipho: one late date each. */
let silent: string;
let dated: string;
let covered: string;
let his: string;
let today: string;

const daysOn = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) });

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor", "Naledi Example");
  thandi = await org.person("caseworker", "Thandi Example");
  lerato = await org.person("caseworker", "Lerato Example");
  sipho = await org.person("caseworker", "Sipho Example");
  today = homeToday(thandi.ctx);
  silent = (await openCase(thandi.ctx, caseForm())).id;
  dated = (await openCase(thandi.ctx, caseForm())).id;
  covered = (await openCase(lerato.ctx, caseForm())).id;
  his = (await openCase(sipho.ctx, caseForm())).id;
  await plantFollowUp(thandi.ctx, silent, 18);
  for (const days of [-4, 0, 3, 40]) await plantHandClock(thandi.ctx, dated, { dueOn: addDays(today, days) });
  await plantHandClock(lerato.ctx, covered, { dueOn: addDays(today, -1) });
  await plantHandClock(sipho.ctx, his, { dueOn: addDays(today, -2) });
  for (const caseId of [silent, dated, covered, his]) await advanceLadder(org.service(), { caseId });
  const days = { fromOn: today, untilOn: addDays(today, 3) };
  await recordAbsence(lerato.ctx, { memberId: lerato.memberId, coverId: thandi.memberId, ...days });
});

const queueOf = async (ctx: Ctx, of: string | null = null) => (await readMyWork(ctx, of)).queue;
const actsOf = async (ctx: Ctx) => {
  const { overdue, today: now, soon } = await queueOf(ctx);
  return [...overdue.items, ...now.items, ...soon.items];
};
const onCase = (acts: readonly Act[], caseId: string) => acts.filter((act) => act.caseId === caseId);

describe("the queue", () => {
  test("an act that is late comes first and says what to do, why, and who waits; what is far away is not in it", async () => {
    const { overdue, today: now, soon } = await queueOf(thandi.ctx);
    expect(overdue.items[0]).toMatchObject({
      caseId: silent,
      what: "Ask the detective for an update",
      words: "4 days overdue",
      kind: "D",
      late: true,
      href: `/cases/${silent}/ladder/detective`,
      doIt: { log: true },
    });
    expect(overdue.items[0]?.why).toMatch(/14 days from/);
    expect(onCase(overdue.items, dated).map((act) => act.words)).toEqual(["4 days overdue"]);
    expect(onCase(now.items, dated).map((act) => act.words)).toContain("Due today");
    expect(onCase(soon.items, dated).map((act) => act.dueOn)).toContain(addDays(today, 3));
    const all = onCase(await actsOf(thandi.ctx), dated);
    expect(all.map((act) => act.dueOn)).not.toContain(addDays(today, 40));
    expect(new Set(all.map((act) => act.id)).size).toBe(all.length);
  });

  test("every act that the clocks of a case call for is in it once, and no other overdue one", async () => {
    for (const caseId of [silent, dated]) {
      const { clocks } = await readDeadlinesPage(thandi.ctx, caseId);
      const late = clocks.filter((clock) => clock.state === "overdue" && countsAsDate(clock));
      const places = new Set(late.map(({ key }) => (key.startsWith("step:") ? key.replace(/:[^:]+$/, "") : key)));
      expect(onCase((await queueOf(thandi.ctx)).overdue.items, caseId)).toHaveLength(places.size);
    }
  });

  test("it moves with the day: what was soon is for today, then overdue, before any job has looked again", async () => {
    const words = async (days: number) => {
      const act = (await actsOf(daysOn(thandi.ctx, days))).find((one) => one.dueOn === addDays(today, 3));
      return [act?.group, act?.words];
    };
    expect(await words(0)).toEqual(["soon", expect.stringMatching(/^Due /)]);
    expect(await words(3)).toEqual(["today", "Due today"]);
    expect(await words(4)).toEqual(["overdue", "1 day overdue"]);
  });

  test("who covers has the acts of the absent colleague and is told so; nobody else has them", async () => {
    const mine = onCase(await actsOf(thandi.ctx), covered);
    expect(mine.map((act) => act.coveringFor)).toContain("Lerato Example");
    for (const caseId of [silent, dated, covered]) expect(onCase(await actsOf(sipho.ctx), caseId)).toEqual([]);
    const other = await makeOrg();
    expect(await actsOf(await other.as("supervisor"))).toEqual([]);
    const seen = await bySql(sipho.ctx, sql`select id from app.queue_items where case_id = ${dated}::uuid`);
    expect(seen).toEqual([]);
    await expect(
      bySql(sipho.ctx, sql`delete from app.queue_items where case_id = ${dated}::uuid returning id`),
    ).resolves.toEqual([]);
  });

  test("a supervisor has the team's, with the name of who carries each act, or one member's", async () => {
    const { overdue } = await queueOf(supervisor.ctx);
    expect(new Set(overdue.items.map((act) => act.ownerName))).toEqual(
      new Set(["Thandi Example", "Lerato Example", "Sipho Example"]),
    );
    const { overdue: hisAlone } = await queueOf(supervisor.ctx, sipho.memberId);
    expect(new Set(hisAlone.items.map((act) => act.caseId))).toEqual(new Set([his]));
    // A caseworker who asks for a colleague's queue gets their own.
    expect(await queueOf(sipho.ctx, thandi.memberId)).toEqual(await queueOf(sipho.ctx));
  });
});

describe("counters", () => {
  test.each(["thandi", "sipho", "naledi"])(
    "of %s: each number is the length of the list that it opens",
    async (name) => {
      const who = { thandi, sipho, naledi: supervisor }[name] as Person;
      const work = await readMyWork(who.ctx);
      const nav = await readNavCounts(who.ctx);
      const { overdue, today: now, soon, waiting } = work.queue;
      for (const list of [overdue, now, soon, waiting]) expect(list.count).toBe(list.items.length);
      expect(nav.overdue).toBe(overdue.items.length);
      expect(nav.approvals).toBe(work.approvals.items.length + work.releases.items.length);
    },
  );

  test("the numbers of each person on Team are those of their queue", async () => {
    for (const row of await listTeam(supervisor.ctx)) {
      const { overdue, today: now, soon, waiting } = await queueOf(supervisor.ctx, row.id);
      expect(row.acts, row.name).toEqual({
        overdue: overdue.items.length,
        today: now.items.length,
        soon: soon.items.length,
        waiting: waiting.items.length,
      });
    }
  });

  test("the lists change at the very instant at which an act is late, as its clock does", async () => {
    const rows = await bySql<{ caseId: string; key: string; lateAt: string }>(
      org.service(),
      sql`select case_id as "caseId", key, late_at as "lateAt" from app.queue_items
        where late_at is not null and case_id in (${silent}::uuid, ${dated}::uuid)`,
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { caseId, key, lateAt } of rows) {
      for (const [ms, late] of [
        [-1, false],
        [0, true],
      ] as const) {
        const ctx = { ...thandi.ctx, now: new Date(new Date(lateAt).getTime() + ms) };
        const { clocks } = await readDeadlinesPage(ctx, caseId);
        const listed = (await queueOf(ctx)).overdue.items.some((act) => act.caseId === caseId && act.doIt.key === key);
        expect([key, ms, clocks.find((clock) => clock.key === key)?.state === "overdue", listed]).toEqual([
          key,
          ms,
          late,
          late,
        ]);
      }
    }
  });

  test("what waits on others is what the ladder says, step by step", async () => {
    const { waiting } = await queueOf(thandi.ctx);
    for (const caseId of [silent, dated, covered]) {
      const { levels } = await readLadder(thandi.ctx, caseId);
      const cards = levels.flatMap(({ rows }) => rows.flatMap((row) => [row.home, row.there]));
      const waits = cards.flatMap((card) => (card?.status === "waiting" ? [card.key] : []));
      const listed = waiting.items.filter((item) => item.caseId === caseId && item.stepKey !== null);
      expect(listed.map((item) => item.stepKey).toSorted()).toEqual(waits.toSorted());
    }
  });
});

describe("an act done in place", () => {
  test("leaves the queue and every count at once, before a job has looked", async () => {
    const caseId = (await openCase(sipho.ctx, caseForm())).id;
    await plantFollowUp(sipho.ctx, caseId, 20);
    await advanceLadder(org.service(), { caseId });
    const before = await readNavCounts(sipho.ctx);
    expect(onCase((await queueOf(sipho.ctx)).overdue.items, caseId)).toHaveLength(1);
    await noteContact(sipho.ctx, { caseId, stepKey: "detective", note: "She phones back on Monday." });
    expect(onCase((await queueOf(sipho.ctx)).overdue.items, caseId)).toEqual([]);
    expect((await readNavCounts(sipho.ctx)).overdue).toBe(before.overdue - 1);
  });
});

describe("a snooze", () => {
  test("hides an act until its day, is told to colleagues with its reason, and changes no deadline", async () => {
    const caseId = (await openCase(sipho.ctx, caseForm())).id;
    await plantFollowUp(sipho.ctx, caseId, 20);
    await advanceLadder(org.service(), { caseId });
    const clocks = async () => (await readDeadlinesPage(sipho.ctx, caseId)).clocks;
    const before = await clocks();
    const { overdue } = await readNavCounts(sipho.ctx);
    const until = addDays(today, 3);
    const reason = "The detective is on leave until Thursday.";
    await snoozeItem(sipho.ctx, { caseId, itemKey: followUp, until, reason });
    const hidden = await queueOf(sipho.ctx);
    expect(onCase(hidden.overdue.items, caseId)).toEqual([]);
    expect(hidden.snoozed).toMatchObject([{ until, reason, by: "Sipho Example", act: { caseId } }]);
    expect((await readNavCounts(sipho.ctx)).overdue).toBe(overdue - 1);
    expect((await queueOf(supervisor.ctx)).snoozed.map((one) => one.reason)).toContain(reason);
    expect(await clocks()).toEqual(before);
    const [kept] = await bySql<{ reason: string }>(
      org.service(),
      sql`select reason from app.queue_snoozes where case_id = ${caseId}::uuid`,
    );
    expect(kept?.reason).not.toContain("leave");
    const later = await queueOf(daysOn(sipho.ctx, 3));
    expect(onCase(later.overdue.items, caseId)).toHaveLength(1);
    expect(later.snoozed).toEqual([]);
  });

  test("ends when it is brought back, and when its clock starts again", async () => {
    const caseId = (await openCase(sipho.ctx, caseForm())).id;
    await plantFollowUp(sipho.ctx, caseId, 20);
    await advanceLadder(org.service(), { caseId });
    const asked = { caseId, itemKey: followUp, until: addDays(today, 50), reason: "It can wait." };
    const { id } = await snoozeItem(sipho.ctx, asked);
    await wakeItem(sipho.ctx, { snoozeId: id });
    expect(onCase((await queueOf(sipho.ctx)).overdue.items, caseId)).toHaveLength(1);
    await expect(wakeItem(sipho.ctx, { snoozeId: id })).rejects.toMatchObject({ code: "conflict" });
    await snoozeItem(sipho.ctx, asked);
    await noteContact(sipho.ctx, { caseId, stepKey: "detective", note: "Heard from him." });
    expect(onCase((await queueOf(daysOn(sipho.ctx, 16))).overdue.items, caseId)).toHaveLength(1);
  });
});
