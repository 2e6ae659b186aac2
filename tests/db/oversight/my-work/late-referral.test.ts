import { beforeAll, describe, expect, test } from "vitest";
import { answerReferral } from "@/lib/casework/referrals/answer-referral";
import { endReferral } from "@/lib/casework/referrals/end-referral";
import { readDeadlinesPage } from "@/lib/escalation/deadlines/queries";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { snoozeItem } from "@/lib/escalation/snoozes/snooze-item";
import { wakeItem } from "@/lib/escalation/snoozes/wake-item";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { readNavCounts } from "@/lib/oversight/my-work/read-nav-counts";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday } from "@/tests/support/plant-clock";
import { makeReferral } from "@/tests/support/referrals";

let org: Org;
let worker: Person;
let caseId: string;
let late: string;
let undated: string;
let today: string;

const service = "Shelter at the river (invented)";

/** One referral whose day has passed three days ago, and one without a day. */
beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  today = homeToday(worker.ctx);
  const before = { ...worker, ctx: { ...worker.ctx, now: new Date(worker.ctx.now.getTime() - 9 * 86_400_000) } };
  caseId = await plantCase(before.ctx);
  late = (await makeReferral(before, caseId, { answerBy: addDays(today, -3) })).id;
  undated = (await makeReferral(before, caseId)).id;
  await advanceLadder(org.service(), { caseId });
});

const overdue = async () => (await readMyWork(worker.ctx)).queue.overdue;

describe("a referral without an answer", () => {
  test("is an act when its day has passed, and a deadline; one without a day waits on the service", async () => {
    const act = {
      what: `Ask ${service} for an answer to referral 1`,
      waits: service,
      words: "3 days overdue",
      href: `/cases/${caseId}/referrals#referral-${late}`,
    };
    expect((await overdue()).items).toMatchObject([act]);
    expect((await overdue()).items[0]?.why).toMatch(/^The day on which an answer was expected/);
    expect((await readNavCounts(worker.ctx)).overdue).toBe(1);
    const { waiting } = (await readMyWork(worker.ctx)).queue;
    expect(waiting.items).toMatchObject([
      { title: "Answer to referral 2", waitsOn: service, href: expect.stringContaining(undated) },
    ]);
    const { clocks } = await readDeadlinesPage(worker.ctx, caseId);
    expect(clocks.filter(({ key }) => key.startsWith("referral:"))).toMatchObject([
      { title: "Answer to referral 1", kind: "D", dueOn: addDays(today, -3), waitsOn: service },
    ]);
  });

  test("can be snoozed with a reason", async () => {
    const snooze = {
      caseId,
      itemKey: `referral:${late}`,
      until: addDays(today, 2),
      reason: "They are full until Friday.",
    };
    const { id: snoozeId } = await snoozeItem(worker.ctx, snooze);
    expect((await overdue()).items).toEqual([]);
    expect((await readMyWork(worker.ctx)).queue.snoozed).toMatchObject([{ reason: "They are full until Friday." }]);
    await wakeItem(worker.ctx, { snoozeId });
  });

  test("leaves the queue and the counters with its answer, before a job has looked; then its outcome is waited for", async () => {
    const counted = async () => {
      const { queue } = await readMyWork(worker.ctx);
      return [(await readNavCounts(worker.ctx)).overdue, queue.overdue.count, queue.waiting.count];
    };
    expect(await counted()).toEqual([1, 1, 1]);
    const answer = { answer: "accepted", answeredOn: today, words: "A bed is free." };
    for (const referralId of [late, undated]) await answerReferral(worker.ctx, { referralId, ...answer });
    expect(await counted()).toEqual([0, 0, 0]);
    await advanceLadder(org.service(), { caseId });
    expect(await counted()).toEqual([0, 0, 2]);
  });

  test("that was accepted is an act again when its outcome is due", async () => {
    const { items: waiting } = (await readMyWork(worker.ctx)).queue.waiting;
    expect(waiting).toContainEqual(expect.objectContaining({ title: "Outcome of referral 1", waitsOn: service }));
    const later = { ...worker.ctx, now: new Date(worker.ctx.now.getTime() + 31 * 86_400_000) };
    const { items } = (await readMyWork(later)).queue.overdue;
    expect(items.map(({ what }) => what)).toContain(`Ask ${service} for the outcome of referral 1`);
    await endReferral(worker.ctx, { referralId: late, endedOn: today, outcome: "She has a room." });
    expect((await readMyWork(worker.ctx)).queue.waiting.count).toBe(1);
  });
});
