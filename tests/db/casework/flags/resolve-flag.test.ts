import { beforeAll, describe, expect, test } from "vitest";
import { listCaseFlags, openFlagsOf } from "@/lib/casework/flags/queries";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { resolveFlag } from "@/lib/casework/flags/resolve-flag";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let mine: Person;
let caseId: string;
let flagId: string;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
  caseId = await plantCase(mine.ctx);
  ({ id: flagId } = await raiseFlag(mine.ctx, { caseId, message: "Look.", lookOn: "" }));
});

describe("resolveFlag", () => {
  test("wants a note", async () => {
    await expect(resolveFlag(mine.ctx, { flagId, note: "" })).rejects.toMatchObject({
      fields: { note: expect.any(String) },
    });
  });

  test("two at once settle it once, and it stays with its note", async () => {
    const supervisor = await org.as("supervisor");
    const both = await Promise.allSettled([
      resolveFlag(mine.ctx, { flagId, note: "It works." }),
      resolveFlag(supervisor, { flagId, note: "It works." }),
    ]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await org.auditOf(flagId)).toEqual(["flag.raised", "flag.resolved"]);
    expect(await listCaseFlags(mine.ctx, caseId)).toMatchObject([{ message: "Look.", resolution: "It works." }]);
    expect(await openFlagsOf(mine.ctx, [caseId])).toEqual(new Map());
  });
});
