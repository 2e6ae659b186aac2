import { beforeAll, describe, expect, test } from "vitest";
import { addPlanEntry } from "@/lib/casework/safety/plans/add-plan-entry";
import { readSafetyState } from "@/lib/casework/safety/queries";
import { recordSafetyReview } from "@/lib/casework/safety/reviews/record-safety-review";
import { readDeadlinesPage } from "@/lib/escalation/deadlines/queries";
import { addDays } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
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
