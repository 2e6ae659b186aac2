import { beforeAll, describe, expect, test } from "vitest";
import { readDeadlinesPage } from "@/lib/escalation/deadlines/queries";
import { readLadder } from "@/lib/escalation/ladder/queries";
import { answerTakedown } from "@/lib/escalation/takedowns/commands/answer-takedown";
import { reportTakedown } from "@/lib/escalation/takedowns/commands/report-takedown";
import { listTakedowns } from "@/lib/escalation/takedowns/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday } from "@/tests/support/plant-clock";
import { plantTakedown } from "@/tests/support/plant-takedown";

let worker: Ctx;
let today: string;

beforeAll(async () => {
  worker = await (await makeOrg()).as("caseworker");
  today = homeToday(worker);
});

async function reported(): Promise<{ caseId: string; takedownId: string }> {
  const caseId = await plantCase(worker);
  const takedownId = await plantTakedown(worker, caseId);
  const on = addDays(today, -3);
  await reportTakedown(worker, { takedownId, on, tipOffSeen: "on", removalSeen: "on" });
  return { caseId, takedownId };
}

const clocksOf = async (caseId: string) =>
  (await readDeadlinesPage(worker, caseId)).clocks.flatMap(({ code, dueOn, path }) =>
    path?.startsWith("/takedowns/") ? [[code, dueOn]] : [],
  );

describe("answerTakedown", () => {
  test("after a refusal the appeal is ours, within 14 days or by the day that the platform names", async () => {
    const { caseId, takedownId } = await reported();
    await answerTakedown(worker, { takedownId, answer: "refused", on: addDays(today, -1) });
    expect(await clocksOf(caseId)).toEqual([["T-PLAT-APPEAL", addDays(today, 13)]]);
    const { next, alsoReady } = await readLadder(worker, caseId);
    expect([next, ...alsoReady].find(({ path }) => path === `/takedowns/${takedownId}`)).toMatchObject({
      act: "Appeal: Instagram, TD-1",
    });
    await answerTakedown(worker, { takedownId, answer: "refused", appealBy: addDays(today, 5) });
    expect(await clocksOf(caseId)).toEqual([["T-PLAT-APPEAL", addDays(today, 5)]]);
    await answerTakedown(worker, { takedownId, answer: "appealed" });
    expect(await clocksOf(caseId)).toMatchObject([["T-PLAT-1", expect.any(String)]]);
  });

  test("no answer comes before its report, and no appeal before a refusal", async () => {
    const { caseId, takedownId } = await reported();
    const before = answerTakedown(worker, { takedownId, answer: "removed", on: addDays(today, -4) });
    await expect(before).rejects.toMatchObject({ fields: { on: expect.any(String) } });
    const appeal = answerTakedown(worker, { takedownId, answer: "appealed" });
    await expect(appeal).rejects.toMatchObject({ code: "conflict" });
    const quiet = await plantTakedown(worker, caseId);
    await expect(answerTakedown(worker, { takedownId: quiet, answer: "refused" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await listTakedowns(worker, caseId)).items.map(({ standing }) => standing.state)).toEqual([
      "reported",
      "to_report",
    ]);
  });
});
