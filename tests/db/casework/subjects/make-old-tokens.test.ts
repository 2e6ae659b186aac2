import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addSubject } from "@/lib/casework/subjects/commands/add-subject";
import { makeOldTokens } from "@/lib/casework/subjects/make-old-tokens";
import { handlers } from "@/lib/operations/worker/registry";
import { findAnything } from "@/lib/oversight/search/find-anything";
import { bySql } from "@/tests/support/by-sql";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";
import { asService } from "@/tests/support/plant-everywhere";

/** As before there were tokens for alleged names. */
const forget = (org: Org) =>
  asService(org.id, "", (tx) => tx`delete from app.search_tokens where owner_kind = 'subject' and org_id = ${org.id}`);

const tokensOf = (org: Org) =>
  bySql<{ owner: string; match: string; token: string }>(
    org.service(),
    sql`select owner_id as owner, match, encode(token, 'hex') as token from app.search_tokens
      where owner_kind = 'subject' order by 1, 2, 3`,
  );

test("subjects of before are found by the alleged name after the night's job, which may run again", async () => {
  const org = await makeOrg();
  const other = await makeOrg();
  const worker = await org.as("caseworker");
  const { id: caseId } = await openSample(worker);
  await addSubject(worker, { caseId, allegedName: "Gerhardus van Aswegen" });
  await addSubject(worker, { caseId, allegedName: "?" });
  await addSubject(worker, { caseId });
  const made = await tokensOf(org);
  expect(made.length).toBeGreaterThan(1);
  await forget(org);
  expect((await findAnything(worker, "Gerhardus van Aswegen")).hits).toEqual([]);
  await handlers["evidence.check"](other.service(), { orgId: other.id });
  expect(await tokensOf(org)).toEqual([]);
  await makeOldTokens(org.service());
  await makeOldTokens(org.service());
  expect(await tokensOf(org)).toEqual(made);
  expect((await findAnything(worker, "Gerhardus van Aswegen")).hits.map((hit) => hit.caseId)).toEqual([caseId]);
  await forget(org);
  await handlers["evidence.check"](org.service(), { orgId: org.id });
  expect(await tokensOf(org)).toEqual(made);
});

test("only a job makes them", async () => {
  const org = await makeOrg();
  await expect(makeOldTokens(await org.as("supervisor"))).rejects.toMatchObject({ code: "forbidden" });
});
