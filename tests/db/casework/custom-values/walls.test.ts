import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { amendCaseFields } from "@/lib/casework/cases/commands/amend-case-fields";
import { assignCase } from "@/lib/casework/cases/commands/assign-case";
import { readCustomValues } from "@/lib/casework/custom-values/read-custom-values";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { exportList } from "@/lib/oversight/case-list/export-list";
import { countCases } from "@/lib/oversight/case-list/queries";
import { openSample } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";
import { addField } from "@/tests/support/own-field";

/** How many values the database itself shows somebody. */
const shown = (ctx: Ctx, fieldId: string) =>
  withTransaction(ctx, "read only", async ({ db }) => {
    const rows = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from app.custom_values where field_id = ${fieldId}::uuid`,
    );
    return rows[0]?.n;
  });

const sheet = { format: "csv", filters: {}, sort: { key: "opened", dir: "asc" } };
const file = async (ctx: Ctx) => Buffer.from((await exportList(ctx, sheet)).bytes).toString();

test("a caseworker learns nothing of a field of supervisors: not in a form, a list, its file or its filter", async () => {
  const org = await makeOrg();
  const [admin, worker, boss] = [await org.as("admin"), await org.as("caseworker"), await org.as("supervisor")];
  const secret = { kind: "choice", label: "Board decision", choices: "Granted\nDenied", audience: "supervisors" };
  const fieldId = await addField(admin, secret);
  const { id: caseId } = await openSample(worker);
  await amendCaseFields(boss, { caseId, custom: { [fieldId]: "granted" }, version: 0 });
  expect((await readCustomValues(boss, "case", [caseId])).get(caseId)).toMatchObject([{ value: "granted" }]);
  expect(await file(boss)).toContain("Granted");
  expect(await listCustomFields(worker, "case")).toEqual([]);
  expect((await readCustomValues(worker, "case", [caseId])).get(caseId)).toEqual([]);
  expect(await file(worker)).not.toMatch(/Board|Granted/);
  const own = [{ fieldId, kind: "choice", values: ["granted"] }] as const;
  expect([await countCases(boss, { own }), await countCases(worker, { own })]).toEqual([1, 0]);
  expect([await shown(boss, fieldId), await shown(worker, fieldId), await shown(admin, fieldId)]).toEqual([1, 0, 0]);
  await expect(amendCaseFields(worker, { caseId, custom: { [fieldId]: "denied" }, version: 1 })).rejects.toHaveProperty(
    "code",
    "invalid",
  );
});

test("a field of the owner is theirs and the supervisors', and goes with the case to the next owner", async () => {
  const org = await makeOrg();
  const [admin, worker, boss] = [await org.as("admin"), await org.as("caseworker"), await org.as("supervisor")];
  const fieldId = await addField(admin, { audience: "owner", label: "Plan" });
  const { id: caseId } = await openSample(worker, { custom: { [fieldId]: "Moves in May" } });
  const other = await org.person("caseworker", "Next Owner");
  expect(await shown(other.ctx, fieldId)).toBe(0);
  await assignCase(boss, { caseId, memberId: other.memberId });
  expect((await readCustomValues(other.ctx, "case", [caseId])).get(caseId)).toMatchObject([{ value: "Moves in May" }]);
  expect(await shown(worker, fieldId)).toBe(0);
  expect((await readCustomValues(worker, "case", [caseId])).get(caseId)).toEqual([]);
});

test("another organisation, and a colleague without the case, see no value and no field of ours", async () => {
  const [org, elsewhere] = [await makeOrg(), await makeOrg()];
  const worker = await org.as("caseworker");
  const fieldId = await addField(await org.as("admin"), { kind: "tick", label: "Shelter" });
  await openSample(worker, { custom: { [fieldId]: "yes" } });
  const colleague = await org.person("caseworker", "Colleague Example");
  const strangers = [colleague.ctx, await elsewhere.as("supervisor")];
  for (const ctx of strangers) {
    expect(await shown(ctx, fieldId)).toBe(0);
    expect(await countCases(ctx, { own: [{ fieldId, kind: "tick", values: ["yes"] }] })).toBe(0);
  }
  expect(await listCustomFields(await elsewhere.as("supervisor"), "case")).toEqual([]);
  expect(await countCases(worker, { own: [{ fieldId, kind: "tick", values: ["yes"] }] })).toBe(1);
  expect(await countCases(worker, { own: [{ fieldId, kind: "tick", values: ["no", "?"] }] })).toBe(0);
});

test("a label that begins as a formula is text in the file of a list", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const fieldId = await addField(await org.as("admin"), {
    kind: "choice",
    label: "=HYPERLINK(9)",
    choices: "@SUM(1+1)\n<b>Bold</b>",
  });
  await openSample(worker, { custom: { [fieldId]: "@SUM(1+1)" } });
  const text = await file(worker);
  expect(text).toContain('"\'=HYPERLINK(9)"');
  expect(text).toContain('"\'@SUM(1+1)"');
});
