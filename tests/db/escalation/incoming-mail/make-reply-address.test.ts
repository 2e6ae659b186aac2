import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { makeReplyAddress } from "@/lib/escalation/incoming-mail/commands/make-reply-address";
import { readReplyAddresses } from "@/lib/escalation/incoming-mail/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

test("the token is shown once and stands in no row, and each counterpart has one of its own", async () => {
  const caseId = await plantCase(worker);
  const made = await makeReplyAddress(worker, {
    caseId,
    party: "The station",
    senders: "Desk@SAPS.example, @dpci.example",
  });
  const token = /^inbox\+([2-9a-z]{27})@post\.example$/.exec(made.address)?.[1] ?? "none";
  expect(made.tag).toBe(`[ref ${token}]`);
  const rows = JSON.stringify(await bySql(worker, sql`select * from app.reply_addresses where case_id = ${caseId}`));
  expect(rows).not.toContain(token);
  expect(rows).not.toContain("saps.example");
  const { addresses } = await readReplyAddresses(worker, caseId);
  expect(addresses[0]?.counterpart).toEqual({ party: "The station", senders: ["desk@saps.example", "@dpci.example"] });
  const again = await makeReplyAddress(worker, { caseId, party: "The station", senders: "desk@saps.example" });
  expect(again.address).not.toBe(made.address);
});

test("what is no address is said at the field, and is not saved", async () => {
  const caseId = await plantCase(worker);
  for (const senders of ["", "desk", "desk@", "a b@c", "desk@saps", "<desk@saps.example>"])
    await expect(makeReplyAddress(worker, { caseId, party: "The station", senders })).rejects.toMatchObject({
      fields: { senders: expect.any(String) },
    });
  expect((await readReplyAddresses(worker, caseId)).addresses).toEqual([]);
});
