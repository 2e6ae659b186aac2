import { beforeAll, describe, expect, test } from "vitest";
import { addPlanEntry } from "@/lib/casework/safety/plans/add-plan-entry";
import { amendPlanEntry } from "@/lib/casework/safety/plans/amend-plan-entry";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let mine: Person;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
});

describe("the safety plan", () => {
  test("two people on one entry: the second sees both wordings", async () => {
    const { id: caseId } = await openSample(mine.ctx, { risk: "standard" });
    const { id: entryId } = await addPlanEntry(mine.ctx, { caseId, section: "people", what: "A sister" });
    await amendPlanEntry(mine.ctx, { caseId, entryId, what: "A sister at work", version: 0 });
    await expect(amendPlanEntry(mine.ctx, { caseId, entryId, what: "A brother", version: 0 })).rejects.toMatchObject({
      clash: { theirs: { what: ["A sister at work"] } },
    });
  });
});
