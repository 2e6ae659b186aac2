import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { addPlanEntry } from "@/lib/casework/safety/plans/add-plan-entry";
import { amendPlanEntry } from "@/lib/casework/safety/plans/amend-plan-entry";
import { listPlanVersions } from "@/lib/casework/safety/plans/queries";
import { removePlanEntry } from "@/lib/casework/safety/plans/remove-plan-entry";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let mine: Person;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
});

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
});
