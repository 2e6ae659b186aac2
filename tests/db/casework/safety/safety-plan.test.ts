import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { addPlanEntry } from "@/lib/casework/safety/plans/add-plan-entry";
import { amendPlanEntry } from "@/lib/casework/safety/plans/amend-plan-entry";
import { listPlanVersions } from "@/lib/casework/safety/plans/queries";
import { removePlanEntry } from "@/lib/casework/safety/plans/remove-plan-entry";
import { readSafetyState } from "@/lib/casework/safety/queries";
import { recordSafetyReview } from "@/lib/casework/safety/reviews/record-safety-review";
import { listDeviceChecks } from "@/lib/casework/safety/technology/queries";
import { recordDeviceCheck } from "@/lib/casework/safety/technology/record-device-check";
import { readDeadlinesPage } from "@/lib/escalation/deadlines/queries";
import { addDays } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let mine: Person;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
});

const today = () => civilDate(mine.ctx.now, "Africa/Johannesburg");

describe("the safety plan", () => {
  test("keeps every version, sealed, and names who changed what", async () => {
    const { id: caseId } = await openSample(mine.ctx, { risk: "standard" });
    const { id: entryId } = await addPlanEntry(mine.ctx, { caseId, section: "people", what: "Her aunt Quagga" });
    await addPlanEntry(mine.ctx, { caseId, section: "words", what: "The parcel came", detail: "Come at once." });
    await amendPlanEntry(mine.ctx, { caseId, entryId, what: "Her uncle", version: 0 });
    await removePlanEntry(mine.ctx, { caseId, entryId });
    const versions = await listPlanVersions(mine.ctx, caseId);
    expect(versions.map(({ version, change, section, entries }) => [version, change, section, entries.length])).toEqual(
      [
        [4, "removed", "people", 1],
        [3, "changed", "people", 2],
        [2, "added", "words", 2],
        [1, "added", "people", 1],
      ],
    );
    expect(versions.at(-1)).toMatchObject({ entries: [{ what: "Her aunt Quagga" }], savedBy: mine.ctx.actor.name });
    const rows = await bySql(mine.ctx, sql`select * from app.safety_plans where case_id = ${caseId}`);
    expect(JSON.stringify(rows)).not.toMatch(/Quagga|parcel|uncle/);
    await expect(
      bySql(mine.ctx, sql`update app.safety_plans set version = 9 where case_id = ${caseId}`),
    ).rejects.toSatisfy(refusedByPostgres);
  });

  test("two people on one entry: the second sees both wordings", async () => {
    const { id: caseId } = await openSample(mine.ctx, { risk: "standard" });
    const { id: entryId } = await addPlanEntry(mine.ctx, { caseId, section: "people", what: "A sister" });
    await amendPlanEntry(mine.ctx, { caseId, entryId, what: "A sister at work", version: 0 });
    await expect(amendPlanEntry(mine.ctx, { caseId, entryId, what: "A brother", version: 0 })).rejects.toMatchObject({
      clash: { theirs: { what: ["A sister at work"] } },
    });
  });

  test("is reviewed by a day, which is a deadline of the case; there must be a plan, and the day must have come", async () => {
    const { id: caseId } = await openSample(mine.ctx, { risk: "standard" });
    const review = (over: object) =>
      recordSafetyReview(mine.ctx, { caseId, about: "plan", reviewedOn: today(), ...over });
    await expect(review({})).rejects.toMatchObject({ code: "conflict" });
    await addPlanEntry(mine.ctx, { caseId, section: "worse", what: "Phone 10111" });
    await expect(review({ reviewedOn: addDays(today(), 1) })).rejects.toMatchObject({
      fields: { reviewedOn: expect.any(String) },
    });
    await expect(review({ reviewOn: today() })).rejects.toMatchObject({ fields: { reviewOn: expect.any(String) } });
    const due = async () =>
      (await readDeadlinesPage(mine.ctx, caseId)).clocks.flatMap((clock) =>
        clock.code === "T-PLAN" ? [clock.dueOn] : [],
      );
    await review({});
    expect(await due()).toEqual([addDays(today(), 30)]);
    await review({ reviewOn: addDays(today(), 5) });
    expect(await due()).toEqual([addDays(today(), 5)]);
    expect(await readSafetyState(mine.ctx, caseId)).toMatchObject({ plan: { version: 1, reviewedOn: today() } });
  });
});

describe("the list of devices and accounts", () => {
  test("keeps what was found last about each item, with a sealed note and a day", async () => {
    const { id: caseId } = await openSample(mine.ctx, { risk: "standard" });
    const record = (over: object) =>
      recordDeviceCheck(mine.ctx, { caseId, item: "trackers", state: "to_do", checkedOn: today(), ...over });
    await record({ note: "Under the Quagga seat" });
    await record({ state: "done", note: "The police took it." });
    const checks = await listDeviceChecks(mine.ctx, caseId);
    expect(checks.find(({ item }) => item.key === "trackers")).toMatchObject({
      state: "done",
      note: "The police took it.",
      checkedOn: today(),
      by: mine.ctx.actor.name,
    });
    expect(checks.filter(({ state }) => state === "not_asked")).toHaveLength(checks.length - 1);
    const rows = await bySql(mine.ctx, sql`select * from app.safety_checks where case_id = ${caseId}`);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/Quagga|police/);
    await expect(record({ checkedOn: addDays(today(), 1) })).rejects.toMatchObject({
      fields: { checkedOn: expect.any(String) },
    });
    await expect(record({ item: "horoscope" })).rejects.toMatchObject({ fields: { item: expect.any(String) } });
  });
});
