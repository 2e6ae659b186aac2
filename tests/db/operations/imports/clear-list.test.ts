import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { importRows, imports } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { clearLists } from "@/lib/operations/imports/clear-lists";
import { clearList } from "@/lib/operations/imports/commands/clear-list";
import { csvOf, listHeaders, listRow, readListOf, sendList } from "@/tests/support/list-file";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
beforeAll(async () => {
  org = await makeOrg();
});

describe("clearing a list away", () => {
  test("takes its file and cells a month on, not before, and says so", async () => {
    const importId = await readListOf(org, csvOf([listHeaders, listRow()]));
    const kept = () =>
      withTransaction(org.service(), "read only", async ({ db }) => ({
        list: await db.select().from(imports).where(eq(imports.id, importId)),
        cells: await db.select({ cells: importRows.cells }).from(importRows).where(eq(importRows.importId, importId)),
      }));
    await clearLists(org.service());
    expect((await kept()).cells[0]?.cells).toEqual(expect.any(String));
    const later = new Date(Date.now() + 31 * 86_400_000);
    await clearLists(jobCtx(org.id, { now: () => later }));
    expect(await kept()).toMatchObject({ list: [{ fileId: null, head: null }], cells: [{ cells: null }] });
    expect(await org.auditOf(importId)).toContain("import.cleared");
  });

  test("waits while the list is at work", async () => {
    const importId = await sendList(await org.as("supervisor"), "a\r\n1");
    await expect(clearList(org.service(), { importId })).rejects.toMatchObject({ code: "conflict" });
    await expect(clearList(org.service(), { importId: "" })).rejects.toMatchObject({ code: "invalid" });
  });
});
