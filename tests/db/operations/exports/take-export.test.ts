import { beforeAll, describe, expect, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { buildExport } from "@/lib/operations/exports/build-export";
import { takeExport } from "@/lib/operations/exports/take-export";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { askFor } from "@/tests/support/plant-export";

let org: Org;
let supervisor: Person;
let exportId: string;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
  const { id } = await openCase(supervisor.ctx, caseForm());
  exportId = await askFor(org, supervisor, id);
});

describe("taking a folder", () => {
  test("waits until it is whole, is for who asked with a fresh proof, and is logged each time", async () => {
    const ctx = await org.confirmed(supervisor);
    await expect(takeExport(ctx, { exportId })).rejects.toMatchObject({ code: "conflict" });
    await buildExport(org.service(), { exportId });
    await expect(takeExport(await org.coded(supervisor), { exportId })).rejects.toMatchObject({
      fields: { passkey: expect.any(String) },
    });
    await expect(takeExport(await org.as("caseworker"), { exportId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeExport(await org.confirmed("supervisor"), { exportId })).rejects.toMatchObject({
      code: "not_found",
    });
    const stranger = await (await makeOrg()).confirmed("supervisor");
    await expect(takeExport(stranger, { exportId })).rejects.toMatchObject({ code: "not_found" });
    await expect(takeExport(ctx, { exportId: "x" })).rejects.toMatchObject({
      fields: { exportId: expect.any(String) },
    });
    expect((await takeExport(ctx, { exportId })).name).toMatch(/^crossdocket-case-\d{4}-\d\d-\d\d\.zip$/);
    await Promise.all([takeExport(ctx, { exportId }), takeExport(ctx, { exportId })]);
    expect((await org.auditOf(exportId)).filter((action) => action === "export.downloaded")).toHaveLength(3);
  });
});
