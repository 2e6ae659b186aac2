import { beforeEach, expect, test } from "vitest";
import { answerElements } from "@/lib/casework/charges/answer-elements";
import { linkAct } from "@/lib/casework/charges/link-act";
import { nameCharge } from "@/lib/casework/charges/name-charge";
import { listCharges } from "@/lib/casework/charges/queries";
import { listIncidents } from "@/lib/casework/incidents/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { NothingChanged } from "@/lib/platform/errors";
import { incident, openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let ctx: Ctx;
let caseId: string;
let chargeId: string;
let early: string;
let act: string;

beforeEach(async () => {
  org = await makeOrg();
  ctx = await org.as("caseworker");
  const incidents = [{ ...incident, when: "2021-11-30T12:00" }, incident];
  ({ id: caseId } = await openSample(ctx, { incidents }));
  [early, act] = (await listIncidents(ctx, caseId)).map(({ id }) => id) as [string, string];
  ({ id: chargeId } = await nameCharge(ctx, { caseId, homeOffence: "za-cca-15", thereOffence: "us-875c" }));
});

const shown = async (incidentId: string) =>
  (await listCharges(ctx, caseId))
    .flatMap(({ elements }) => elements)
    .filter(({ incidentIds }) => incidentIds.includes(incidentId))
    .map(({ side, key }) => `${side} ${key}`);

test("an act is linked to what it shows in both countries, and to no more than is ticked", async () => {
  const elements = [`${chargeId} home discloses`, `${chargeId} there threat`];
  await linkAct(ctx, { caseId, incidentId: act, elements });
  expect(await shown(act)).toEqual(["home discloses", "there threat"]);
  await linkAct(ctx, { caseId, incidentId: act, elements: [`${chargeId} there threat`] });
  expect(await shown(act)).toEqual(["there threat"]);
  expect(await org.auditOf(act)).toEqual(expect.arrayContaining(["charge.act_linked"]));
  await expect(linkAct(ctx, { caseId, incidentId: act, elements: [`${chargeId} there threat`] })).rejects.toThrow(
    NothingChanged,
  );
});

test("what else supports an element, and what was said about it, stays", async () => {
  const note = "The message of 13 October";
  await answerElements(ctx, {
    caseId,
    chargeId,
    answers: [{ side: "there", key: "threat", incidents: [early], note }],
  });
  await linkAct(ctx, { caseId, incidentId: act, elements: [`${chargeId} there threat`] });
  const [charge] = await listCharges(ctx, caseId);
  const threat = charge?.elements.find(({ side, key }) => side === "there" && key === "threat");
  expect(threat).toMatchObject({ note, incidentIds: [early, act] });
});

test("an act before the law is refused in words, and nothing of the form is saved", async () => {
  const elements = [`${chargeId} home discloses`, `${chargeId} there threat`];
  await expect(linkAct(ctx, { caseId, incidentId: early, elements })).rejects.toMatchObject({
    code: "invalid",
    fields: { elements: expect.stringContaining("was not in force on the day of I-1") },
  });
  expect(await shown(early)).toEqual([]);
});
