import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { sweepClocks } from "@/lib/escalation/rounds/sweep-clocks";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { countCases } from "@/lib/oversight/case-list/queries";
import { plantOpenCases } from "../../bench/support/planted-cases";
import { makeOrg } from "../../support/org";

test("cases that a measurement plants are seen by their owner, and the round looks at each", async () => {
  const org = await makeOrg();
  const owner = await org.person("caseworker");
  const name = new URL(process.env.DATABASE_OWNER_URL ?? "").pathname;
  const bare = postgres(inject("database").superuserUrl.replace(/\/[^/]*$/, name), { max: 1, onnotice: () => {} });
  try {
    await plantOpenCases(bare, org.id, owner.memberId, 3);
  } finally {
    await bare.end();
  }
  expect(await countCases(owner.ctx, {})).toBe(3);
  expect(await sweepClocks(jobCtx(org.id))).toMatchObject({ looked: 3 });
});
