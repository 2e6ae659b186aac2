import { expect, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { readCustomValues } from "@/lib/casework/custom-values/read-custom-values";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { referClient } from "@/lib/casework/referrals/refer-client";
import { addService } from "@/lib/casework/services/add-service";
import { listDraftKinds } from "@/lib/packets/packets/drafting/queries";
import { caseForm, incident } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";
import { addField } from "@/tests/support/own-field";

test("fields of their own are answered where a client, an incident and a referral are made, and none is half made", async () => {
  const org = await makeOrg();
  const admin = await org.as("admin");
  const worker = await org.as("caseworker");
  const school = await addField(admin, { record: "client", label: "School", audience: "owner" });
  const children = await addField(admin, { record: "incident", kind: "number", label: "Children there" });
  const funder = await addField(admin, { record: "referral", kind: "choice", label: "Funder", choices: "City\nState" });
  const form = caseForm({ clientOwn: { custom: { [school]: "Voorbeeld Primary" } } });
  const { id: caseId, clientId } = await openCase(worker, form);
  const valuesOf = async (record: "client" | "incident" | "referral", id: string) =>
    (await readCustomValues(worker, record, [id])).get(id)?.map(({ value }) => value);
  expect(await valuesOf("client", clientId)).toEqual(["Voorbeeld Primary"]);
  const act = { ...incident, caseId };
  await expect(logIncident(worker, { ...act, custom: { [children]: "many" } })).rejects.toMatchObject({
    fields: { [`custom.${children}`]: expect.any(String) },
  });
  const logged = await logIncident(worker, { ...act, custom: { [children]: "3" } });
  expect(logged.code).toBe("I-2");
  expect(await valuesOf("incident", logged.id)).toEqual(["3"]);
  const { id: serviceId } = await addService(worker, { kind: "shelter", name: "House (invented)" });
  const asked = { caseId, serviceId, purpose: "A bed", passedOn: "First name", consent: "spoken" };
  const referred = await referClient(worker, { ...asked, custom: { [funder]: "city" } });
  expect(await valuesOf("referral", referred.id)).toEqual(["city"]);
  const elsewhere = caseForm({ clientOwn: { custom: { [funder]: "city" } } });
  await expect(openCase(worker, elsewhere)).rejects.toMatchObject({
    fields: { [`clientOwn.custom.${funder}`]: expect.any(String) },
  });
});

test("what is required for a packet is named before one is drafted, by case and by incident, and stops nothing", async () => {
  const org = await makeOrg();
  const admin = await org.as("admin");
  const worker = await org.as("caseworker");
  const needed = { required: "packet", kind: "tick" };
  await addField(admin, { ...needed, label: "Ward known" });
  const seen = await addField(admin, { ...needed, label: "Police saw it", record: "incident" });
  await expect(addField(admin, { ...needed, label: "Funded", record: "referral" })).rejects.toMatchObject({
    fields: { required: expect.any(String) },
  });
  const { id: caseId } = await openCase(worker, caseForm());
  await logIncident(worker, { ...incident, caseId, custom: { [seen]: "?" } });
  const own = (await listDraftKinds(worker, caseId)).map(({ needs }) =>
    needs.filter(({ text }) => text.includes("“")).map(({ text, met, path }) => [text, met, path]),
  );
  const expected = [
    ["“Ward known” is answered", false, "#own-fields"],
    ["“Police saw it” is answered of I-1", false, "incidents"],
  ];
  expect(own.length).toBeGreaterThan(0);
  for (const needs of own) expect(needs).toEqual(expected);
});
