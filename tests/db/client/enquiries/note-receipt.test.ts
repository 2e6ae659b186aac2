import { expect, test } from "vitest";
import { noteReceipt } from "@/lib/client/enquiries/commands/note-receipt";
import { readOwnEnquiry } from "@/lib/client/enquiries/queries";
import { makeOrg } from "@/tests/support/org";
import { plantEnquiry, turnEnquiriesOn } from "@/tests/support/plant-enquiry";
import { tablesContaining } from "@/tests/support/plant-everywhere";

test("the code is shown until she has written it down, in the browser that sent it, and stands in no table", async () => {
  const org = await makeOrg();
  const { ctx, code } = await plantEnquiry(await turnEnquiriesOn(org));
  expect((await readOwnEnquiry(ctx, code)).receipt).toBe(code);
  expect((await readOwnEnquiry(ctx, "ABCDEFGHJKMN")).receipt).toBeNull();
  await noteReceipt(ctx, {});
  expect((await readOwnEnquiry(ctx, code)).receipt).toBeNull();
  expect(await tablesContaining(code, org.id)).toEqual([]);
});
