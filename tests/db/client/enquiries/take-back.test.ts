import { beforeAll, expect, test } from "vitest";
import { ctxFromEnquiry } from "@/lib/auth/enquiries/ctx-from-enquiry";
import { openEnquiry } from "@/lib/auth/enquiries/open-enquiry";
import { answerEnquiry } from "@/lib/client/enquiries/commands/answer-enquiry";
import { linkEnquiry } from "@/lib/client/enquiries/commands/link-enquiry";
import { takeBack } from "@/lib/client/enquiries/commands/take-back";
import { readEnquiry } from "@/lib/client/enquiries/queries";
import { newToken } from "@/lib/platform/ids";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { freshNetwork, plantEnquiry, turnEnquiriesOn } from "@/tests/support/plant-enquiry";

let org: Org;
let worker: Person;
let address: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  address = await turnEnquiriesOn(org);
});

const now = () => ({ ...worker.ctx, now: new Date() });

test("what she takes back is gone at once: rows, key, code and visit", async () => {
  const { ctx, enquiryId, code, browser } = await plantEnquiry(address);
  await answerEnquiry(now(), { enquiryId, words: "We can help." });
  expect(await takeBack({ ...ctx, now: new Date() }, {})).toEqual({ erased: true });
  expect(await ctxFromEnquiry(browser)).toBeNull();
  expect(await openEnquiry(code, newToken(), freshNetwork())).toBe("wrong");
  await expect(readEnquiry(now(), enquiryId)).rejects.toMatchObject({ code: "not_found" });
  const left = await owner().begin(async (tx) => {
    await tx`select ctx.put(${org.id}::uuid, null, 'service')`;
    return tx`select 'message' as left from app.enquiry_messages union all
      select 'key' from app.data_keys where purpose = 'enquiry' union all
      select 'visit' from auth.enquiry_visits where enquiry_id = ${enquiryId} union all
      select 'code' from auth.enquiry_receipts where enquiry_id = ${enquiryId}`;
  });
  expect(left).toHaveLength(0);
});

test("what belongs to a case stays with it; her code opens nothing more, and the case is told", async () => {
  const { ctx, enquiryId, code, browser } = await plantEnquiry(address);
  await linkEnquiry(now(), { enquiryId, caseId: await plantCase(worker.ctx) });
  expect(await takeBack({ ...ctx, now: new Date() }, {})).toEqual({ erased: false });
  expect(await ctxFromEnquiry(browser)).toBeNull();
  expect(await openEnquiry(code, newToken(), freshNetwork())).toBe("wrong");
  expect(await readEnquiry(now(), enquiryId)).toMatchObject({ hasNews: true, withdrawnAt: expect.any(Date) });
});
