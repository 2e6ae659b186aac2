import { expect, test } from "vitest";
import { answerReferral } from "@/lib/casework/referrals/answer-referral";
import { endReferral } from "@/lib/casework/referrals/end-referral";
import { listReferrals } from "@/lib/casework/referrals/queries";
import { officeToday } from "@/lib/law/office/rules";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { makeReferral } from "@/tests/support/referrals";

test("an accepted referral ends with what came of it", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const caseId = await plantCase(worker.ctx);
  const { id } = await makeReferral(worker, caseId);
  const today = officeToday(worker.ctx.now);
  await answerReferral(worker.ctx, { referralId: id, answer: "accepted", answeredOn: today, words: "A bed is free." });
  await endReferral(worker.ctx, { referralId: id, endedOn: today, outcome: "She stayed two weeks." });
  expect(await listReferrals(worker.ctx, caseId)).toMatchObject([
    { state: "ended", endedOn: today, outcome: "She stayed two weeks.", answer: "A bed is free." },
  ]);
});
