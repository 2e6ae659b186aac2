import { expect, test } from "vitest";
import { answerReferral } from "@/lib/casework/referrals/answer-referral";
import { endReferral } from "@/lib/casework/referrals/end-referral";
import { listReferrals } from "@/lib/casework/referrals/queries";
import { officeToday } from "@/lib/law/office/rules";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { makeReferral } from "@/tests/support/referrals";

test("the day on which the outcome is asked for is set with the answer, and is not in the past", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const caseId = await plantCase(worker.ctx);
  const { id } = await makeReferral(worker, caseId);
  const answeredOn = officeToday(worker.ctx.now);
  const accepted = { referralId: id, answer: "accepted", answeredOn, words: "A bed is free." } as const;
  const past = answerReferral(worker.ctx, { ...accepted, outcomeBy: addDays(answeredOn, -1) });
  await expect(past).rejects.toMatchObject({ code: "invalid", fields: { outcomeBy: expect.any(String) } });
  const outcomeBy = addDays(answeredOn, 20);
  await answerReferral(worker.ctx, { ...accepted, outcomeBy });
  expect(await listReferrals(worker.ctx, caseId)).toMatchObject([{ state: "accepted", outcomeBy }]);
});

test("a service accepts or declines once, with who said it", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const caseId = await plantCase(worker.ctx);
  const { id } = await makeReferral(worker, caseId);
  const answeredOn = officeToday(worker.ctx.now);
  await answerReferral(worker.ctx, { referralId: id, answer: "declined", answeredOn, words: "Full until March." });
  const answered = { state: "declined", answeredOn, answer: "Full until March.", answeredBy: worker.ctx.actor.name };
  expect(await listReferrals(worker.ctx, caseId)).toMatchObject([answered]);
  const again = { referralId: id, answer: "accepted", answeredOn, words: "A bed is free." };
  await expect(answerReferral(worker.ctx, again)).rejects.toMatchObject({ code: "conflict" });
  const outcome = { referralId: id, endedOn: answeredOn, outcome: "Nothing." };
  await expect(endReferral(worker.ctx, outcome)).rejects.toMatchObject({ code: "conflict" });
});
