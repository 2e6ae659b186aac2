import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { answerEnquiry } from "@/lib/client/enquiries/commands/answer-enquiry";
import { referEnquiry } from "@/lib/client/enquiries/commands/refer-enquiry";
import { writeAgain } from "@/lib/client/enquiries/commands/write-again";
import { readEnquiry } from "@/lib/client/enquiries/queries";
import { newId } from "@/lib/platform/ids";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantEnquiry, turnEnquiriesOn } from "@/tests/support/plant-enquiry";

let org: Org;
let worker: Person;
let address: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  address = await turnEnquiriesOn(org);
});

const now = () => ({ ...worker.ctx, now: new Date() });
const fresh = (ctx: typeof worker.ctx) => ({ ...ctx, now: new Date() });

test("what was closed is open again when she writes, and is new to us", async () => {
  const { ctx, enquiryId } = await plantEnquiry(address);
  await referEnquiry(now(), { enquiryId, words: "Phone the shelter." });
  expect(await readEnquiry(now(), enquiryId)).toMatchObject({ state: "referred", hasNews: false });
  await writeAgain(fresh(ctx), { words: "They are full." });
  expect(await readEnquiry(now(), enquiryId)).toMatchObject({ state: "open", hasNews: true, erasedOn: null });
});

test("nobody writes as the other side, by the command or by Postgres, and one enquiry holds fifty", async () => {
  const { ctx, enquiryId } = await plantEnquiry(address);
  const as = (writer: string) =>
    sql`insert into app.enquiry_messages (id, org_id, enquiry_id, writer, member_id, words, at)
      values (${newId()}, ${ctx.orgId}, ${enquiryId}, ${writer}, null, 'x', now())`;
  await expect(bySql(ctx, as("staff"))).rejects.toThrow();
  await expect(bySql(now(), as("enquirer"))).rejects.toThrow();
  await expect(answerEnquiry(ctx, { enquiryId, words: "Me" })).rejects.toMatchObject({ code: "forbidden" });
  const most = sql`insert into app.enquiry_messages (id, org_id, enquiry_id, writer, words, at)
    select gen_random_uuid(), ${ctx.orgId}, ${enquiryId}, 'enquirer', 'x', now() from generate_series(1, 50)`;
  await bySql(ctx, most);
  await expect(writeAgain(fresh(ctx), { words: "51" })).rejects.toMatchObject({ code: "conflict" });
});
