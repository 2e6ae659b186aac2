import { expect, test } from "vitest";
import { readCustomValues } from "@/lib/casework/custom-values/read-custom-values";
import { amendIncidentFields } from "@/lib/casework/incidents/amend-incident-fields";
import { listIncidents } from "@/lib/casework/incidents/queries";
import { openSample } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";
import { addField } from "@/tests/support/own-field";

test("a field of incidents has a value on each, and none on the case", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const fieldId = await addField(await org.as("admin"), { record: "incident", kind: "number", label: "Messages" });
  const { id: caseId } = await openSample(worker);
  const incidentId = (await listIncidents(worker, caseId))[0]?.id ?? "";
  await amendIncidentFields(worker, { caseId, incidentId, custom: { [fieldId]: "12" }, version: 0 });
  expect((await readCustomValues(worker, "incident", [incidentId])).get(incidentId)).toMatchObject([{ value: "12" }]);
  expect((await readCustomValues(worker, "case", [caseId])).get(caseId)).toEqual([]);
});
