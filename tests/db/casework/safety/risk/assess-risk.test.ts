import { expect, test } from "vitest";
import { assessRisk } from "@/lib/casework/safety/risk/assess-risk";
import { getRiskView } from "@/lib/casework/safety/risk/queries";
import { openSample } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";

test("what was not asked stays unknown, and no answer at all suggests no more than standard risk", async () => {
  const org = await makeOrg();
  const mine = await org.person("caseworker");
  const { id: caseId } = await openSample(mine.ctx, { risk: "standard" });
  expect((await assessRisk(mine.ctx, { caseId })).suggested).toBe("standard");
  const { assessments } = await getRiskView(mine.ctx, caseId);
  expect(new Set(Object.values(assessments[0]?.answers ?? {}))).toEqual(new Set(["unknown"]));
  await expect(assessRisk(mine.ctx, { caseId, "is-threat": "perhaps" })).rejects.toMatchObject({ code: "invalid" });
});
