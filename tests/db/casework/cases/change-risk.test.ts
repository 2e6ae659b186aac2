import { beforeAll, describe, expect, test } from "vitest";
import { changeRisk } from "@/lib/casework/cases/commands/change-risk";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";
import { statementsOfWrite } from "../../../bench/support/plans";

let org: Org;
let caseId: string;
const change = { risk: "elevated", inDanger: "on", reason: "He named the street" };

beforeAll(async () => {
  org = await makeOrg();
  ({ id: caseId } = await openSample(await org.as("caseworker")));
});

describe("changeRisk", () => {
  test("changes risk and danger, with the reason in the log", async () => {
    await changeRisk(await org.as("caseworker"), { caseId, ...change });
    expect(await readCaseHeader(await org.as("caseworker"), caseId)).toMatchObject({
      risk: "elevated",
      inDanger: true,
    });
    expect(await org.auditOf(caseId)).toEqual(["case.opened", "case.risk_changed"]);
  });

  test("names the field that needs another look", async () => {
    await expect(changeRisk(await org.as("caseworker"), { caseId, risk: "terrible" })).rejects.toMatchObject({
      code: "invalid",
      fields: { risk: expect.any(String), reason: expect.any(String) },
    });
  });

  test("asks seven things: who, the case, its version, the change, the job that follows, the key of the reason, the log", async () => {
    const { id } = await openSample(await org.as("caseworker"));
    await changeRisk(await org.as("caseworker"), { caseId: id, ...change });
    const ctx = await org.as("caseworker");
    const back = { caseId: id, risk: "standard", reason: "He moved away", version: 1 };
    const asked = await statementsOfWrite(() => changeRisk(ctx, back));
    expect(asked).toHaveLength(7);
  });

  test("two people who change it the same way do it once", async () => {
    const { id } = await openSample(await org.as("caseworker"));
    const both = await Promise.allSettled([
      changeRisk(await org.as("caseworker"), { caseId: id, ...change }),
      changeRisk(await org.as("supervisor"), { caseId: id, ...change }),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});
