import { expect, test } from "vitest";
import { readCustomValues } from "@/lib/casework/custom-values/read-custom-values";
import { amendReferralFields } from "@/lib/casework/referrals/amend-referral-fields";
import { openSample } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";
import { addField } from "@/tests/support/own-field";
import { makeReferral } from "@/tests/support/referrals";

test("a field of referrals is answered by not known, and emptied again", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const fieldId = await addField(await org.as("admin"), { record: "referral", kind: "date", label: "Bed from" });
  const { id: caseId } = await openSample(worker.ctx);
  const { id: referralId } = await makeReferral(worker, caseId);
  await amendReferralFields(worker.ctx, { referralId, customUnknown: { [fieldId]: "on" }, version: 0 });
  const read = async () => (await readCustomValues(worker.ctx, "referral", [referralId])).get(referralId);
  expect(await read()).toMatchObject([{ value: null, isUnknown: true }]);
  await amendReferralFields(worker.ctx, { referralId, custom: { [fieldId]: "" }, version: 1 });
  expect(await read()).toMatchObject([{ value: null, isUnknown: false }]);
});
