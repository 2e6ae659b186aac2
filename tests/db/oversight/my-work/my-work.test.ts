import { beforeAll, expect, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { listRecordedKinds, listReferences } from "@/lib/casework/references/registers/queries";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { submitStep } from "@/lib/escalation/ladder/commands/submit-step";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { listTeam } from "@/lib/oversight/team/list-team";
import { caseForm } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { freshBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let mine: Ctx;
let late: string;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.as("caseworker");
  late = (await openCase(mine, caseForm())).id;
  await openCase(mine, caseForm());
});

test("a step waits until its own number comes in", async () => {
  const waiting = async () => (await readMyWork(mine)).queue.waiting.items.map((item) => item.stepKey);
  await addExhibit(mine, late, freshBytes(60));
  await submitStep(mine, { caseId: late, stepKey: "ic3" });
  // Nobody answers a note to Crime Stop: it is done when it is sent.
  await submitStep(mine, { caseId: late, stepKey: "crime-stop" });
  expect(await waiting()).toEqual(["ic3"]);
  await recordReference(mine, { caseId: late, receivedVia: "sms", kind: "ic3", raw: "I2610150000000001" });
  await advanceLadder(org.service(), { caseId: late });
  expect(await waiting()).toEqual([]);
});

test("each report that waits is a line of its own", async () => {
  const platforms = ["instagram", "facebook"];
  for (const part of platforms)
    await submitStep(mine, { caseId: late, stepKey: "platform-reports", part, tipOffSeen: "on", removalSeen: "on" });
  const { items, count } = (await readMyWork(mine)).queue.waiting;
  expect(items.map((item) => [item.part, item.waitsOn])).toEqual(
    expect.arrayContaining([
      ["instagram", "Instagram"],
      ["facebook", "Facebook"],
    ]),
  );
  expect(new Set(items.map((item) => `${item.stepKey} ${item.part}`)).size).toBe(count);
});

test("the team is for supervisors and counts what each person owns", async () => {
  const rows = await listTeam(await org.as("supervisor"));
  expect(rows.find((row) => row.id === mine.actor.memberId)).toMatchObject({ open: 2, high: 2 });
  await expect(listTeam(mine)).rejects.toMatchObject({ code: "forbidden" });
});

test("the register lists numbers of visible cases, the newest first, and says which kinds there are", async () => {
  const at = { caseId: late, receivedVia: "sms", state: "issued" };
  await recordReference(mine, { ...at, kind: "platform_report", raw: "RPT-1" });
  const page = await listReferences(mine, {});
  expect(page.rows.map((row) => row.kind)).toEqual(["platform_report", "ic3"]);
  expect(await listRecordedKinds(mine)).toEqual(["ic3", "platform_report"]);
  const after = await listReferences(mine, { after: page.rows[0]?.id });
  expect(after.rows.map((row) => row.kind)).toEqual(["ic3"]);
  const colleague = (await org.person("caseworker")).ctx;
  expect((await listReferences(colleague, {})).rows).toEqual([]);
});
