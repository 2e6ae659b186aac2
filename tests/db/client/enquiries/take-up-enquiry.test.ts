import { expect, test } from "vitest";
import { setEnquiryAside } from "@/lib/client/enquiries/commands/set-enquiry-aside";
import { takeUpEnquiry } from "@/lib/client/enquiries/commands/take-up-enquiry";
import { listEnquiries, readEnquiry } from "@/lib/client/enquiries/queries";
import { makeOrg } from "@/tests/support/org";
import { plantEnquiry, turnEnquiriesOn } from "@/tests/support/plant-enquiry";

test("one that was set aside by mistake is open again, without the reason and without a day of erasure", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const now = () => ({ ...worker.ctx, now: new Date() });
  const { enquiryId } = await plantEnquiry(await turnEnquiriesOn(org));
  await setEnquiryAside(now(), { enquiryId, reason: "Advertising" });
  expect(await listEnquiries(now(), "closed")).toMatchObject([{ id: enquiryId }]);
  expect((await readEnquiry(now(), enquiryId)).erasedOn).not.toBeNull();
  await takeUpEnquiry(now(), { enquiryId });
  expect(await readEnquiry(now(), enquiryId)).toMatchObject({ state: "open", reason: null, erasedOn: null });
});
