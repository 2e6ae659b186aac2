import { beforeAll, expect, test } from "vitest";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { readChartedActs } from "@/lib/casework/incidents/queries";
import { linkAccount } from "@/lib/casework/subjects/commands/link-account";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { readLinks } from "@/lib/casework/subjects/read-links";
import { incident, openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let caseId: string;
const { account: _row, ...act } = incident;

beforeAll(async () => {
  org = await makeOrg();
  ({ id: caseId } = await openSample(await org.as("caseworker")));
});

test("a chart is given days at home, codes and what the subject was told: no words and no handle", async () => {
  const ctx = await org.as("caseworker");
  const told = { kind: "event", nature: "told_to_stop", when: "2026-10-14T23:30", zone: "America/New_York" };
  await logIncident(ctx, { caseId, ...act, ...told });
  const charted = await readChartedActs(ctx, caseId, "Africa/Johannesburg");
  expect(charted.acts).toEqual([{ on: expect.stringMatching(/^2026-/), account: "A1", gravity: 0 }]);
  expect(charted.accounts).toEqual([{ code: "A1", label: "A1 Instagram" }]);
  expect(charted.flags).toEqual([{ on: "2026-10-15", label: "C-1 told to stop" }]);
  expect(JSON.stringify(charted)).not.toMatch(/night\.owl/);
  await expect(readChartedActs(await (await makeOrg()).as("caseworker"), caseId, "UTC")).rejects.toMatchObject({
    code: "not_found",
  });
});

test("links name accounts and identifiers by code, with how sure they are", async () => {
  const ctx = await org.as("caseworker");
  const [subject] = await listSubjects(ctx, caseId);
  await linkAccount(ctx, {
    caseId,
    subjectId: subject?.id,
    platform: "x",
    handle: "@quiet_example",
    confidence: "possible",
    idNotKnown: "on",
  });
  const [linked, ...more] = await readLinks(ctx, caseId);
  expect(more).toEqual([]);
  expect(linked?.accounts).toMatchObject([
    { name: "A1 Instagram" },
    { name: "A2 X", confidence: "possible", exhibits: [] },
  ]);
  expect(JSON.stringify(linked)).not.toMatch(/quiet|owl/);
  await expect(readLinks(await (await makeOrg()).as("caseworker"), caseId)).rejects.toMatchObject({
    code: "not_found",
  });
});
