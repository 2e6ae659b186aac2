import { expect, test } from "vitest";
import { ctxFromEnquiry } from "@/lib/auth/enquiries/ctx-from-enquiry";
import { openEnquiry } from "@/lib/auth/enquiries/open-enquiry";
import { answerEnquiry } from "@/lib/client/enquiries/commands/answer-enquiry";
import { readEnquiry, readOwnEnquiry } from "@/lib/client/enquiries/queries";
import { newToken } from "@/lib/platform/ids";
import { makeOrg } from "@/tests/support/org";
import { freshNetwork, plantEnquiry, turnEnquiriesOn } from "@/tests/support/plant-enquiry";

test("she reads the answer with her code on another day and device, and not who of us wrote it", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker", "Thandi Example");
  const { enquiryId, code } = await plantEnquiry(await turnEnquiriesOn(org));
  const now = { ...worker.ctx, now: new Date() };
  await answerEnquiry(now, { enquiryId, words: "Singakusiza." });
  const other = newToken();
  expect(await openEnquiry(code, other, freshNetwork())).toBe("open");
  const open = await ctxFromEnquiry(other);
  if (!open) throw new Error("It is not open.");
  const own = await readOwnEnquiry(open.ctx, "none");
  expect(own).toMatchObject({ messages: [{ writer: "staff", words: "Singakusiza.", by: null }], receipt: null });
  expect(await readEnquiry(now, enquiryId)).toMatchObject({ readBy: "Thandi Example", overdue: false });
});
