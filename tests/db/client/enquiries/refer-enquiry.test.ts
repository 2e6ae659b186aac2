import { expect, test } from "vitest";
import { linkEnquiry } from "@/lib/client/enquiries/commands/link-enquiry";
import { referEnquiry } from "@/lib/client/enquiries/commands/refer-enquiry";
import { readOwnEnquiry } from "@/lib/client/enquiries/queries";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantEnquiry, turnEnquiriesOn } from "@/tests/support/plant-enquiry";

test("she reads where she finds help; one that is part of a case is not referred from here", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const address = await turnEnquiriesOn(org);
  const now = () => ({ ...worker.ctx, now: new Date() });
  const { ctx, enquiryId } = await plantEnquiry(address);
  await referEnquiry(now(), { enquiryId, words: "The shelter: 010 000 0000." });
  expect((await readOwnEnquiry(ctx, "none")).messages).toMatchObject([{ words: "The shelter: 010 000 0000." }]);
  const other = await plantEnquiry(address);
  await linkEnquiry(now(), { enquiryId: other.enquiryId, caseId: await plantCase(worker.ctx) });
  const words = { enquiryId: other.enquiryId, words: "Elsewhere" };
  await expect(referEnquiry(now(), words)).rejects.toMatchObject({ code: "conflict" });
});
