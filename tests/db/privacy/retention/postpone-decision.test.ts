import { beforeAll, describe, expect, test } from "vitest";
import { postponeDecision } from "@/lib/privacy/retention/postpone-decision";
import { listToDecide, readCaseKeeping } from "@/lib/privacy/retention/queries";
import { setKeeping } from "@/lib/privacy/retention/set-keeping";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let supervisor: Person;
let caseId: string;
const put = (over = {}) => ({ caseId, decideOn: "2031-05-01", reason: "An appeal is still open", ...over });

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
  caseId = await plantCase(supervisor.ctx, { closedAt: new Date("2021-01-04T23:30:00Z"), outcome: "safe" });
});

describe("postponeDecision", () => {
  test("the clock runs from the civil day of closing at the office, by the years that were set", async () => {
    const today = "2026-11-26";
    expect(await listToDecide(supervisor.ctx, today)).toMatchObject([
      { caseId, closedOn: "2021-01-05", decideOn: "2026-01-05", held: false, asked: false },
    ]);
    await setKeeping(await org.as("admin"), { years: 7 });
    expect(await listToDecide(supervisor.ctx, today)).toEqual([]);
    expect(await readCaseKeeping(supervisor.ctx, caseId)).toMatchObject({ decideOn: "2028-01-05" });
  });

  test("puts the day off with a reason, each kept, the newest counts", async () => {
    await postponeDecision(supervisor.ctx, put());
    await postponeDecision(supervisor.ctx, put({ decideOn: "2029-02-01", reason: "The appeal ends earlier" }));
    const keeping = await readCaseKeeping(supervisor.ctx, caseId);
    expect(keeping.decideOn).toBe("2029-02-01");
    expect(keeping.postponed.map(({ reason }) => reason)).toEqual([
      "The appeal ends earlier",
      "An appeal is still open",
    ]);
    expect(await org.auditOf(caseId)).toEqual(["retention.postponed", "retention.postponed"]);
  });

  test("names the field, and wants a closed case", async () => {
    await expect(postponeDecision(supervisor.ctx, put({ decideOn: "2020-01-01" }))).rejects.toMatchObject({
      fields: { decideOn: expect.any(String) },
    });
    await expect(postponeDecision(supervisor.ctx, put({ reason: "" }))).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
    const open = await plantCase(supervisor.ctx);
    await expect(postponeDecision(supervisor.ctx, put({ caseId: open }))).rejects.toMatchObject({ code: "conflict" });
  });
});
