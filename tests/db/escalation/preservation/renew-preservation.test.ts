import { beforeAll, describe, expect, test } from "vitest";
import { readLadder } from "@/lib/escalation/ladder/queries";
import { recordPreservation } from "@/lib/escalation/preservation/record-preservation";
import { renewPreservation } from "@/lib/escalation/preservation/renew-preservation";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday } from "@/tests/support/plant-clock";
import { plantAccount } from "@/tests/support/plant-matter";

let org: Org;
let worker: Ctx;
let today: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  today = homeToday(worker);
});

async function plant(change: { acceptedOn?: string; expiresOn?: string } = { acceptedOn: addDays(today, -80) }) {
  const caseId = await plantCase(worker);
  const accountId = await plantAccount(worker, caseId, "99");
  const asked = { id: newId(), caseId, accountId, askedBy: "Fynbos Road station", askedOn: addDays(today, -82) };
  const { id } = await recordPreservation(worker, { ...asked, ...change });
  return { caseId, preservationId: id };
}

const clocksOf = async (at: { caseId: string; preservationId: string }) =>
  (await readLadder(worker, at.caseId)).clocks.filter((clock) => clock.key.includes(at.preservationId));

describe("renewPreservation", () => {
  test("a renewal adds its days once, answers the asking, and says so in the log", async () => {
    const at = await plant();
    expect((await clocksOf(at)).map((clock) => clock.dueOn)).toEqual([addDays(today, 3), addDays(today, 10)]);
    await renewPreservation(worker, { ...at, answer: "renewed", on: today });
    expect((await clocksOf(at)).map((clock) => clock.dueOn)).toEqual([addDays(today, 100)]);
    expect(await org.auditOf(at.preservationId)).toContain("preservation.answered");
    const again = renewPreservation(worker, { ...at, answer: "renewed", on: today });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });

  test("the letter's own day goes before the calculated one", async () => {
    const at = await plant();
    await renewPreservation(worker, { ...at, answer: "expiry", on: today, expiresOn: addDays(today, 6) });
    expect((await clocksOf(at)).map((clock) => clock.dueOn)).toContain(addDays(today, 6));
  });

  test("a refusal leaves no clock", async () => {
    const at = await plant({});
    await renewPreservation(worker, { ...at, answer: "refused", on: today });
    expect(await clocksOf(at)).toEqual([]);
  });

  test.each([
    ["on", { answer: "renewed", on: "2026-02-29" }],
    ["on", { answer: "renewed", on: "2999-01-01" }],
    ["answer", { answer: "extended", on: "2026-11-01" }],
    ["expiresOn", { answer: "expiry", expiresOn: "" }],
  ])("names the field %s for %o", async (field, change) => {
    const attempt = renewPreservation(worker, { ...(await plant()), on: today, ...change });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("of two renewals at once one finds it renewed", async () => {
    const at = await plant();
    const asked = { ...at, answer: "renewed", on: today };
    const both = await Promise.allSettled([1, 2].map(() => renewPreservation(worker, asked)));
    const failed = both.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(failed).toMatchObject([{ code: "conflict" }]);
  });
});
