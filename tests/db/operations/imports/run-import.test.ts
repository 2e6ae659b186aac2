import { beforeAll, describe, expect, test } from "vitest";
import { runImport } from "@/lib/operations/imports/commands/run-import";
import { readImport } from "@/lib/operations/imports/queries";
import { checkListOf, csvOf, listHeaders, listRow, readListOf } from "@/tests/support/list-file";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let importId: string;
beforeAll(async () => {
  org = await makeOrg();
  importId = await readListOf(org, csvOf([listHeaders, listRow()]));
});

const form = (over = {}) => ({ importId, twins: "leave_out", ...over });

describe("running an import", () => {
  test("waits for the check, names a bad field, and runs once", async () => {
    const ctx = await org.as("supervisor");
    await expect(runImport(ctx, form())).rejects.toMatchObject({ code: "conflict" });
    await checkListOf(org, importId);
    await expect(runImport(ctx, form({ twins: "x" }))).rejects.toMatchObject({ fields: { twins: expect.any(String) } });
    const both = await Promise.allSettled([runImport(ctx, form()), runImport(ctx, form())]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await readImport(ctx, importId)).view.state).toBe("running");
    expect((await org.auditOf(importId)).filter((action) => action === "import.run")).toHaveLength(1);
  });

  test("has nothing to do without a row that is ready", async () => {
    const bad = await readListOf(org, csvOf([listHeaders, listRow({ Matter: "" })]));
    await checkListOf(org, bad);
    await expect(runImport(await org.as("supervisor"), form({ importId: bad }))).rejects.toMatchObject({
      message: "No row is ready. Correct some first.",
    });
  });
});
