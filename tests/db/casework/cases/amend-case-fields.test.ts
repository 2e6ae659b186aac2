import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { amendCaseFields } from "@/lib/casework/cases/commands/amend-case-fields";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { readCustomValues } from "@/lib/casework/custom-values/read-custom-values";
import { ClashError } from "@/lib/platform/errors";
import { bySql } from "@/tests/support/by-sql";
import { caseForm, openSample } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";
import { addField } from "@/tests/support/own-field";

test("what opening requires is asked for at its field, may be not known, and may follow on a case opened in a hurry", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const fieldId = await addField(await org.as("admin"), { kind: "tick", label: "Shelter", required: "opening" });
  await expect(openCase(worker, caseForm())).rejects.toMatchObject({
    code: "invalid",
    fields: { [`custom.${fieldId}`]: expect.stringContaining("Shelter") },
  });
  await openCase(worker, caseForm({ custom: { [fieldId]: "?" } }));
  const { id: caseId } = await openCase(worker, caseForm({ customLater: "on" }));
  await expect(closeCase(worker, { caseId, outcome: "stopped", note: "It ended.", seen: "on" })).rejects.toHaveProperty(
    "code",
    "invalid",
  );
  await amendCaseFields(worker, { caseId, custom: { [fieldId]: "yes" }, version: 0 });
  await expect(amendCaseFields(worker, { caseId, custom: { [fieldId]: "" }, version: 1 })).rejects.toHaveProperty(
    "code",
    "invalid",
  );
  expect((await readCustomValues(worker, "case", [caseId])).get(caseId)).toMatchObject([
    { value: "yes", isUnknown: false },
  ]);
});

test("each kind is read as people type it, and what is wrong is said at its field with nothing written", async () => {
  const org = await makeOrg();
  const admin = await org.as("admin");
  const worker = await org.as("caseworker");
  const number = await addField(admin, { kind: "number", label: "Children" });
  const day = await addField(admin, { kind: "date", label: "Moved" });
  const choice = await addField(admin, { kind: "choice", label: "District", choices: "North\nSouth" });
  const { id: caseId } = await openSample(worker);
  const wrong = { [number]: "two", [day]: "30 February 2026", [choice]: "West" };
  await expect(amendCaseFields(worker, { caseId, custom: wrong, version: 0 })).rejects.toMatchObject({
    fields: {
      [`custom.${number}`]: expect.any(String),
      [`custom.${day}`]: expect.any(String),
      [`custom.${choice}`]: expect.any(String),
    },
  });
  await amendCaseFields(worker, {
    caseId,
    custom: { [number]: "1 200,50", [day]: "13 March 2026", [choice]: "north" },
    version: 0,
  });
  const values = (await readCustomValues(worker, "case", [caseId])).get(caseId) ?? [];
  expect(values.map(({ value }) => value)).toEqual(["1200.5", "2026-03-13", "north"]);
  await expect(amendCaseFields(worker, { caseId, custom: { [number]: "3" }, version: 0 })).rejects.toBeInstanceOf(
    ClashError,
  );
  await expect(amendCaseFields(worker, { caseId, custom: { [number]: "1200.5" }, version: 1 })).rejects.toHaveProperty(
    "code",
    "conflict",
  );
});

test("sealed text lies encrypted, and the log names the field and never the value", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const fieldId = await addField(await org.as("admin"), { label: "School" });
  const { id: caseId } = await openSample(worker, { custom: { [fieldId]: "Voorbeeld Primary" } });
  const values = sql`select value, sealed_value from app.custom_values where case_id = ${caseId}::uuid`;
  const [row] = await bySql(org.service(), values);
  expect(row).toMatchObject({ value: null, sealed_value: expect.stringMatching(/^v1\./) });
  const logged = sql`select action, detail from audit.entries where case_id = ${caseId}::uuid`;
  const entries = await bySql<{ action: string; detail: unknown }>(org.service(), logged);
  expect(entries.find(({ action }) => action === "custom_value.written")?.detail).toEqual({
    record: "case",
    fields: [fieldId],
  });
  expect(JSON.stringify(entries)).not.toContain("Voorbeeld");
});
