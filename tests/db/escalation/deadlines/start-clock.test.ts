import { beforeAll, describe, expect, test } from "vitest";
import { rulesByHand } from "@/lib/escalation/deadlines/rules";
import { startClock } from "@/lib/escalation/deadlines/start-clock";
import { readLadder } from "@/lib/escalation/ladder/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday } from "@/tests/support/plant-clock";

let org: Org;
let worker: Ctx;
let today: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  today = homeToday(worker);
});

const own = (caseId: string) => ({ id: newId(), caseId, title: "Phone the clerk", dueOn: addDays(today, 9) });
const byRule = rulesByHand(houseLaw).find((rule) => rule.limit);

describe("startClock", () => {
  test("a date of our own runs without any rule, and says so in the log", async () => {
    const caseId = await plantCase(worker);
    const { id } = await startClock(worker, own(caseId));
    const clock = (await readLadder(worker, caseId)).clocks.find((caseClock) => caseClock.key === `hand:${id}`);
    expect(clock).toMatchObject({ code: null, kind: "D", title: "Phone the clerk", dueOn: addDays(today, 9) });
    expect(await org.auditOf(id)).toContain("clock.started");
  });

  test("a rule counts from the day on which it was triggered", async () => {
    const caseId = await plantCase(worker);
    const { id } = await startClock(worker, { id: newId(), caseId, code: byRule?.code, startedOn: addDays(today, -1) });
    const clock = (await readLadder(worker, caseId)).clocks.find((caseClock) => caseClock.key === `hand:${id}`);
    expect(clock).toMatchObject({ code: byRule?.code, startedOn: addDays(today, -1), kind: byRule?.kind });
  });

  test.each([
    ["startedOn", { code: byRule?.code, startedOn: "2026-02-29" }],
    ["startedOn", { code: byRule?.code, startedOn: "0206-02-10" }],
    ["startedOn", { code: byRule?.code, startedOn: "2999-01-01" }],
    ["startedOn", { code: byRule?.code }],
    ["code", { code: "T-CCA42", startedOn: "2026-01-05" }],
    ["code", { code: "T-NONE", startedOn: "2026-01-05" }],
    ["title", { title: "", dueOn: "2999-01-01" }],
    ["dueOn", { title: "Phone", dueOn: "" }],
    ["dueOn", { title: "Phone", dueOn: "2020-01-01" }],
    ["at", { code: byRule?.code, startedOn: "2026-01-05", at: "25:00" }],
  ])("names the field %s for %o", async (field, asked) => {
    const caseId = await plantCase(worker);
    const attempt = startClock(worker, { id: newId(), caseId, ...asked });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("the same form sent twice starts one clock", async () => {
    const asked = own(await plantCase(worker));
    const both = await Promise.allSettled([1, 2].map(() => startClock(worker, asked)));
    const failed = both.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(failed).toMatchObject([{ code: "conflict" }]);
  });
});
