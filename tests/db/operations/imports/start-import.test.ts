import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { imports } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { startImport } from "@/lib/operations/imports/commands/start-import";
import { readImport } from "@/lib/operations/imports/queries";
import { newId } from "@/lib/platform/ids";
import { owner } from "@/tests/support/db";
import { csvOf, listHeaders, listRow, sendList } from "@/tests/support/list-file";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
beforeAll(async () => {
  org = await makeOrg();
});

const form = () => ({
  keyId: newId(),
  wrapped: "x",
  fileId: newId(),
  fileName: "a.csv",
  size: 1,
  sha256: "0".repeat(64),
});

describe("starting an import", () => {
  test("seals the file and its name, numbers it, and has it read; the same bytes again are told", async () => {
    const ctx = await org.as("supervisor");
    const list = csvOf([listHeaders, listRow()]);
    const first = await sendList(ctx, list);
    const second = await sendList(ctx, list);
    expect(await readImport(ctx, first)).toMatchObject({
      view: { number: 1, state: "reading", fileName: "old cases.csv" },
      sameAs: null,
    });
    expect(await readImport(ctx, second)).toMatchObject({ view: { number: 2 }, sameAs: 1 });
    expect(await org.auditOf(first)).toEqual(["import.started"]);
    const [row] = await withTransaction(org.service(), "read only", ({ db }) =>
      db.select({ fileName: imports.fileName }).from(imports).where(eq(imports.id, first)),
    );
    expect(row?.fileName).not.toContain("old cases");
    const jobs = await owner()`select data from pgboss.job where name = 'import.work' and data->>'importId' = ${first}`;
    expect(jobs).toHaveLength(1);
  });

  test("refuses bad input by its field, and a key that is not of this organisation", async () => {
    const ctx = await org.as("supervisor");
    await expect(startImport(ctx, { ...form(), sha256: "x" })).rejects.toMatchObject({
      code: "invalid",
      fields: { sha256: expect.any(String) },
    });
    await expect(startImport(ctx, form())).rejects.toThrow();
  });
});
