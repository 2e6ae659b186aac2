import { expect, test } from "vitest";
import { ctxForEnquiryForm } from "@/lib/auth/enquiries/ctx-for-enquiry-form";
import { ctxFromEnquiry } from "@/lib/auth/enquiries/ctx-from-enquiry";
import { setEnquiries } from "@/lib/client/enquiries/commands/set-enquiries";
import { readEnquirySetting } from "@/lib/client/enquiries/queries";
import { newId } from "@/lib/platform/ids";
import { makeOrg } from "@/tests/support/org";
import { plantEnquiry, turnEnquiriesOn, write } from "@/tests/support/plant-enquiry";

test("nobody can write until an administrator turns it on; turned off, who has a code still gets in, and the address stays", async () => {
  const org = await makeOrg();
  const admin = await org.as("admin");
  expect(await readEnquirySetting(admin)).toEqual({ on: false, address: null, days: 30 });
  const address = await turnEnquiriesOn(org);
  expect(address).toMatch(/^[2-9b-z]{10}$/);
  const { browser } = await plantEnquiry(address);
  await setEnquiries(admin, { days: "60" });
  expect(await readEnquirySetting(admin)).toEqual({ on: false, address, days: 60 });
  expect(await write(address)).toMatchObject({ state: "closed" });
  expect(await ctxForEnquiryForm("n0n3", newId())).toBeNull();
  expect(await ctxFromEnquiry(browser)).not.toBeNull();
  expect(await turnEnquiriesOn(org)).toBe(address);
});
