import { expect, test } from "vitest";
import { setEnquiryAside } from "@/lib/client/enquiries/commands/set-enquiry-aside";
import { readEnquiry, readOwnEnquiry } from "@/lib/client/enquiries/queries";
import { makeOrg } from "@/tests/support/org";
import { plantEnquiry, turnEnquiriesOn } from "@/tests/support/plant-enquiry";

test("whoever wrote in her place learns only that it was read, and never why it was set aside", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const now = { ...worker.ctx, now: new Date() };
  const { ctx, enquiryId } = await plantEnquiry(await turnEnquiriesOn(org));
  await setEnquiryAside(now, { enquiryId, reason: "He writes in her name" });
  expect(await readEnquiry(now, enquiryId)).toMatchObject({ state: "set_aside", reason: "He writes in her name" });
  const own = await readOwnEnquiry(ctx, "none");
  expect(Object.keys(own)).toEqual(["words", "writtenAt", "readAt", "withdrawn", "messages", "receipt"]);
  expect(own).toMatchObject({ readAt: expect.any(Date), messages: [] });
});
