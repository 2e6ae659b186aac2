import { beforeAll, expect, test } from "vitest";
import { noteRead } from "@/lib/client/enquiries/commands/note-read";
import { writeAgain } from "@/lib/client/enquiries/commands/write-again";
import { readOwnEnquiry } from "@/lib/client/enquiries/queries";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { readNavCounts } from "@/lib/oversight/my-work/read-nav-counts";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantEnquiry, turnEnquiriesOn, write } from "@/tests/support/plant-enquiry";

let org: Org;
let worker: Person;
let boss: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  boss = await org.person("supervisor");
});

const now = ({ ctx }: Person, days = 0) => ({ ...ctx, now: new Date(Date.now() + days * 86_400_000) });
const newsOf = async (who: Person, days = 0) => (await readMyWork(now(who, days))).enquiries;

test("a new one is in everybody's My work until one of us has read it, and again when she writes or the days pass", async () => {
  expect((await readNavCounts(now(worker))).enquiries).toBeNull();
  const address = await turnEnquiriesOn(org);
  const { ctx, enquiryId } = await plantEnquiry(address);
  await write(address, { website: "x" });
  for (const who of [worker, boss]) {
    expect(await newsOf(who)).toMatchObject({ items: [{ id: enquiryId, isFirst: true, overdue: false }], apart: 1 });
    expect((await readNavCounts(now(who))).enquiries).toBe(1);
  }
  expect((await readOwnEnquiry(ctx, "none")).readAt).toBeNull();
  await noteRead(now(worker), { enquiryId });
  expect((await readOwnEnquiry(ctx, "none")).readAt).not.toBeNull();
  expect((await newsOf(boss)).items).toEqual([]);
  expect((await newsOf(boss, 3)).items).toMatchObject([{ id: enquiryId, overdue: true }]);
  await writeAgain({ ...ctx, now: new Date() }, { words: "Are you there?" });
  expect((await newsOf(worker)).items).toMatchObject([{ id: enquiryId, isFirst: false }]);
});

test("one in danger stays in My work until it is answered", async () => {
  const { enquiryId } = await plantEnquiry(await turnEnquiriesOn(org), { danger: "yes" });
  await noteRead(now(worker), { enquiryId });
  expect((await newsOf(worker)).items[0]).toMatchObject({ id: enquiryId, isDanger: true });
});
