import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { openEnquiry } from "@/lib/auth/enquiries/open-enquiry";
import { eraseEnquiry } from "@/lib/client/enquiries/commands/erase-enquiry";
import { setEnquiryAside } from "@/lib/client/enquiries/commands/set-enquiry-aside";
import { eraseClosed } from "@/lib/client/enquiries/erase-closed";
import { listEnquiries } from "@/lib/client/enquiries/queries";
import { newToken } from "@/lib/platform/ids";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
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
const later = (days: number) => ({ ...org.service(), now: new Date(Date.now() + days * 86_400_000) });

test("closed ones are erased when their days have passed; an open one never is by itself", async () => {
  const closed = await plantEnquiry(address);
  const open = await plantEnquiry(address);
  await setEnquiryAside(now(), { enquiryId: closed.enquiryId, reason: "Advertising" });
  await eraseClosed(later(29));
  expect(await listEnquiries(now(), "closed")).toHaveLength(1);
  await eraseClosed(later(31));
  expect(await listEnquiries(now(), "closed")).toEqual([]);
  expect(await openEnquiry(closed.code, newToken(), freshNetwork())).toBe("wrong");
  expect((await listEnquiries(now(), "open")).map(({ id }) => id)).toEqual([open.enquiryId]);
  await expect(eraseEnquiry(later(400), { enquiryId: open.enquiryId })).rejects.toMatchObject({ code: "conflict" });
});

test("past the code: neither staff nor whoever wrote another erases one", async () => {
  const { enquiryId } = await plantEnquiry(address);
  const { ctx } = await plantEnquiry(address);
  for (const who of [now(), ctx]) {
    await expect(bySql(who, sql`select app.erase_enquiry(${enquiryId})`)).rejects.toThrow();
    await expect(bySql(who, sql`delete from app.enquiries where id = ${enquiryId}`)).rejects.toThrow();
  }
});
