import { beforeAll, describe, expect, test } from "vitest";
import { bringInRows } from "@/lib/operations/imports/commands/bring-in-rows";
import { runImport } from "@/lib/operations/imports/commands/run-import";
import { stopImport } from "@/lib/operations/imports/commands/stop-import";
import { readImport } from "@/lib/operations/imports/queries";
import { workImport } from "@/lib/operations/imports/work-import";
import { checkListOf, csvOf, listHeaders, listRow, readListOf } from "@/tests/support/list-file";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
beforeAll(async () => {
  org = await makeOrg();
});

describe("stopping an import", () => {
  test("keeps what came in, and goes on where it stopped", async () => {
    const ctx = await org.as("supervisor");
    const rows = Array.from({ length: 12 }, () => listRow());
    const importId = await readListOf(org, csvOf([listHeaders, ...rows]));
    await checkListOf(org, importId);
    await expect(stopImport(ctx, { importId })).rejects.toMatchObject({ code: "conflict" });
    await runImport(ctx, { importId, twins: "leave_out" });
    await bringInRows(ctx, { importId });
    await expect(stopImport(await org.as("caseworker"), { importId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(stopImport(await (await makeOrg()).as("supervisor"), { importId })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(stopImport(ctx, { importId: "" })).rejects.toMatchObject({ code: "invalid" });
    const { imported, good } = (await readImport(ctx, importId)).view;
    expect([imported > 0, imported + good]).toEqual([true, 12]);
    await stopImport(ctx, { importId });
    await workImport(org.service(), { importId });
    expect((await readImport(ctx, importId)).view).toMatchObject({ state: "stopped", imported, good });
    await runImport(ctx, { importId, twins: "leave_out" });
    await workImport(org.service(), { importId });
    expect((await readImport(ctx, importId)).view).toMatchObject({ state: "done", imported: 12, good: 0 });
    expect(await org.auditOf(importId)).toContain("import.stopped");
  });
});
