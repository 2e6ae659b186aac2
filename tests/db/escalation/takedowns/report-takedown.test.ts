import { beforeAll, describe, expect, test } from "vitest";
import { readDeadlinesPage } from "@/lib/escalation/deadlines/queries";
import { submitStep } from "@/lib/escalation/ladder/commands/submit-step";
import { readStepPage } from "@/lib/escalation/ladder/queries";
import { reportTakedown } from "@/lib/escalation/takedowns/commands/report-takedown";
import { listTakedowns } from "@/lib/escalation/takedowns/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday } from "@/tests/support/plant-clock";
import { plantTakedown } from "@/tests/support/plant-takedown";

const ticks = { tipOffSeen: "on", removalSeen: "on" };
let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

const partsOf = async (caseId: string, step: string) =>
  (await readStepPage(worker, caseId, step)).takedowns?.map(({ name, status }) => `${name}: ${status}`);

describe("reportTakedown", () => {
  test("two reports to one platform that gives no number are told apart, each with its clock", async () => {
    const caseId = await plantCase(worker);
    const first = await plantTakedown(worker, caseId);
    const second = await plantTakedown(worker, caseId);
    await reportTakedown(worker, { takedownId: first, ...ticks });
    expect(await partsOf(caseId, "platform-reports")).toEqual(["Instagram, TD-1: waiting", "Instagram, TD-2: not_yet"]);
    await reportTakedown(worker, { takedownId: second, ...ticks });
    const { clocks } = await readDeadlinesPage(worker, caseId);
    const looks = clocks.filter(({ code }) => code === "T-PLAT-1");
    expect(looks.map(({ stepTitle }) => stepTitle)).toEqual([
      "Platform reports: Instagram, TD-1",
      "Platform reports: Instagram, TD-2",
    ]);
  });

  test("the report ID is a number of the case, and the step reads it from the item alone", async () => {
    const caseId = await plantCase(worker);
    const takedownId = await plantTakedown(worker, caseId);
    await reportTakedown(worker, { takedownId, ...ticks, reportId: "FG-2026-0088213" });
    const page = await readStepPage(worker, caseId, "platform-reports");
    expect(page.reports).toEqual([]);
    expect(page.takedowns).toMatchObject([{ number: "FG-2026-0088213" }]);
    const [item] = (await listTakedowns(worker, caseId)).items;
    expect(item?.reportIds).toEqual(["FG-2026-0088213"]);
    const other = await plantTakedown(worker, caseId);
    const again = reportTakedown(worker, { takedownId: other, ...ticks, reportId: "FG-2026-0088213" });
    await expect(again).rejects.toMatchObject({ code: "conflict", fields: { reportId: expect.any(String) } });
  });

  test("a TAKE IT DOWN notice starts the 48 hours of its own step from its hour", async () => {
    const caseId = await plantCase(worker);
    const takedownId = await plantTakedown(worker, caseId);
    const on = homeToday(worker);
    await reportTakedown(worker, { takedownId, ...ticks, route: "take_it_down", on, at: "00:00" });
    expect(await partsOf(caseId, "take-it-down")).toEqual(["Instagram, TD-1: waiting"]);
    const { clocks } = await readDeadlinesPage(worker, caseId);
    expect(clocks.find(({ code }) => code === "T-TIDA")).toMatchObject({ dueAt: expect.any(Date) });
  });

  test("asks whether the first report was weighed, and not again", async () => {
    const caseId = await plantCase(worker);
    const takedownId = await plantTakedown(worker, caseId);
    await expect(reportTakedown(worker, { takedownId })).rejects.toMatchObject({
      fields: { tipOffSeen: expect.any(String), removalSeen: expect.any(String) },
    });
    await reportTakedown(worker, { takedownId, ...ticks });
    await reportTakedown(worker, { takedownId, route: "form" });
  });

  test("the step sends nothing for a platform whose items are on the list", async () => {
    const caseId = await plantCase(worker);
    const takedownId = await plantTakedown(worker, caseId);
    const attempt = submitStep(worker, { caseId, stepKey: "platform-reports", part: takedownId, ...ticks });
    await expect(attempt).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("TD-1") });
  });
});
