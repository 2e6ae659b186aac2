import { expect, test } from "vitest";
import { listReferrals } from "@/lib/casework/referrals/queries";
import { withdrawReferral } from "@/lib/casework/referrals/withdraw-referral";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { makeReferral } from "@/tests/support/referrals";

test("a referral is withdrawn with the reason, and what was passed on stays on record", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const caseId = await plantCase(worker.ctx);
  const { id } = await makeReferral(worker, caseId);
  await withdrawReferral(worker.ctx, { referralId: id, reason: "The client stays with family." });
  expect(await listReferrals(worker.ctx, caseId)).toMatchObject([
    { state: "withdrawn", outcome: "The client stays with family.", passedOn: "A first name and a safe number." },
  ]);
  const again = withdrawReferral(worker.ctx, { referralId: id, reason: "Again." });
  await expect(again).rejects.toMatchObject({ code: "conflict" });
});
