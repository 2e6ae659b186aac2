import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { cases } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { correctRow } from "@/lib/operations/imports/commands/correct-row";
import { runImport } from "@/lib/operations/imports/commands/run-import";
import { listRows, readImport, readRow } from "@/lib/operations/imports/queries";
import { workImport } from "@/lib/operations/imports/work-import";
import { checkListOf, csvOf, listHeaders, listRow, readListOf } from "@/tests/support/list-file";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let importId: string;
beforeAll(async () => {
  org = await makeOrg();
  const first = listRow();
  importId = await readListOf(org, csvOf([listHeaders, first, listRow({ Matter: "" }), ["", ...first.slice(1)]]));
  await checkListOf(org, importId);
});

describe("correcting a row", () => {
  test("checks it again at once and says what is left; the number and order of rows stay", async () => {
    const ctx = await org.as("supervisor");
    const { cells } = await readRow(ctx, importId, 3);
    const still = await correctRow(ctx, { importId, row: "3", cells: cells.with(3, "purple") });
    expect(still.left.map(({ at, label }) => [at, label])).toEqual([
      [3, "Risk"],
      [4, "What the matter is"],
    ]);
    expect(await correctRow(ctx, { importId, row: 3, cells: cells.with(4, "Threats") })).toEqual({
      state: "good",
      left: [],
    });
    expect((await readImport(ctx, importId)).view).toMatchObject({ good: 2, bad: 0, twins: 1 });
    expect(await org.auditOf(importId)).toContain("import.row_mended");
  });

  test("a person decides about one that looks like a case we have", async () => {
    const ctx = await org.as("supervisor");
    await correctRow(ctx, { importId, row: 4, decision: "leave_out" });
    expect((await readImport(ctx, importId)).view).toMatchObject({ twins: 0, leftOut: 1 });
    await correctRow(ctx, { importId, row: 4, decision: "import", why: "Two sisters share it" });
    await runImport(ctx, { importId, twins: "leave_out" });
    await expect(
      correctRow(ctx, { importId, row: 4, decision: "import", why: "Two sisters share it" }),
    ).rejects.toMatchObject({ code: "conflict" });
    await workImport(org.service(), { importId });
    const { rows } = await listRows(ctx, importId, { states: ["imported"] });
    expect(rows.map(({ row }) => row)).toEqual([2, 3, 4]);
    await expect(
      correctRow(ctx, { importId, row: 4, decision: "import", why: "Two sisters share it" }),
    ).rejects.toMatchObject({
      message: "This row is a case already.",
    });
  });

  test("names a bad field", async () => {
    const form = { importId, row: 2, decision: "import", why: "Two sisters share it" };
    await expect(correctRow(await org.as("supervisor"), { ...form, decision: "x" })).rejects.toMatchObject({
      fields: { decision: expect.any(String) },
    });
  });

  test("one that looks like a case we have comes in only with a reason, which the log keeps", async () => {
    const ctx = await org.as("supervisor");
    const known = listRow();
    const mine = await readListOf(org, csvOf([listHeaders, known]));
    const theirs = listRow({ Phone: known[2] ?? "" });
    await checkListOf(org, mine);
    await runImport(ctx, { importId: mine, twins: "leave_out" });
    await workImport(org.service(), { importId: mine });
    const second = await readListOf(org, csvOf([listHeaders, theirs]));
    await checkListOf(org, second);
    const { row } = await readRow(ctx, second, 2);
    for (const attempt of [
      correctRow(ctx, { importId: second, row, decision: "import", why: " " }),
      runImport(ctx, { importId: second, twins: "import" }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { why: expect.any(String) } });
    }
    await correctRow(ctx, { importId: second, row, decision: "import", why: "Mother and daughter" });
    await runImport(ctx, { importId: second, twins: "leave_out" });
    await workImport(org.service(), { importId: second });
    const { caseId } = await readRow(ctx, second, 2);
    const [found] = await withTransaction(org.service(), "read only", ({ db }) =>
      db
        .select({ clientId: cases.clientId })
        .from(cases)
        .where(eq(cases.id, caseId ?? "")),
    );
    expect(await org.auditOf(found?.clientId ?? "")).toContain("client.told_apart");
  });
});
