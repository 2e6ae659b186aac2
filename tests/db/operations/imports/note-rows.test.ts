import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { importRows } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { noteRows } from "@/lib/operations/imports/commands/note-rows";
import { readImport } from "@/lib/operations/imports/queries";
import { csvOf, listHeaders, listRow, readListOf, sendList } from "@/tests/support/list-file";
import { makeOrg, type Org } from "@/tests/support/org";
import { xlsxOf } from "@/tests/support/xlsx-file";

let org: Org;
beforeAll(async () => {
  org = await makeOrg();
});

const read = async (importId: string) => readImport(await org.as("supervisor"), importId);

describe("noting rows", () => {
  test("keeps them sealed, guesses columns from English and Afrikaans headers, and dates from samples", async () => {
    const row = listRow();
    const importId = await readListOf(org, csvOf([listHeaders, row]));
    const { view, mapping } = await read(importId);
    expect(view).toMatchObject({ state: "mapping", format: "csv", rows: 1 });
    expect(mapping?.dates).toBe("dmy");
    expect(mapping?.columns).toEqual([
      "client.pseudonym",
      "client.name",
      "client.phone",
      "risk",
      "matter",
      "accounts.0.platform",
      "accounts.0.handle",
      "incidents.0.when",
      "incidents.0.what",
      "references.0.raw",
      "references.0.station",
      "owner",
    ]);
    expect(mapping?.fixed["references.0.kind"]).toBe("cas");
    const rows = await withTransaction(org.service(), "read only", ({ db }) =>
      db.select({ cells: importRows.cells }).from(importRows).where(eq(importRows.importId, importId)),
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(row[1]);
    expect(await org.auditOf(importId)).toEqual(["import.started", "import.rows_read", "import.rows_read"]);
  });

  test("reads a workbook: dates by their style, hidden sheets passed by, formulas and merged cells told", async () => {
    const importId = await readListOf(org, xlsxOf());
    const { head, view } = await read(importId);
    expect(view).toMatchObject({ state: "mapping", format: "xlsx", rows: 2 });
    expect(head?.headers).toEqual(["Naam", "Datum", "Column C", "Som"]);
    expect(head?.samples).toEqual([
      ["Thandi & co", "2026-10-13T10:06", "", "=7"],
      ["Anele", "2026-10-13", "825550101", "#DIV/0!"],
    ]);
    expect(head?.notes).toMatchObject({ formulas: 2, merged: 1, hiddenSheets: 1, emptyRows: 1, errors: 1 });
  });

  test("says what it cannot read, and parses none of it here", async () => {
    const found = async (bytes: string | Uint8Array) => {
      const { view } = await read(await readListOf(org, bytes));
      return [view.state, view.problem];
    };
    expect(await found("")).toEqual(["failed", "empty"]);
    expect(await found("a,b\r\n")).toEqual(["failed", "only_header"]);
    expect(await found(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toEqual(["failed", "old_workbook"]);
    const sheet = "xl/worksheets/sheet2.xml";
    expect(await found(xlsxOf({ [sheet]: `<worksheet>${" ".repeat(8_000_000)}` }))).toEqual(["failed", "too_large"]);
    expect(await found(xlsxOf({ [sheet]: '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' }))).toEqual([
      "failed",
      "unreadable",
    ]);
    expect(await found("%PDF-1.7 x")).toEqual(["failed", "not_a_table"]);
    expect(await found(Buffer.from("504b0304aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "hex"))).toEqual([
      "failed",
      "unreadable",
    ]);
  });

  test("happens once, and names a bad field", async () => {
    const importId = await sendList(await org.as("supervisor"), "a\r\n1");
    const piece = { importId, rows: [{ row: 2, cells: ["1"] }], headers: ["a"] };
    await expect(noteRows(org.service(), { ...piece, rows: [{ row: 0, cells: [] }] })).rejects.toMatchObject({
      fields: { "rows.0.row": expect.any(String) },
    });
    await Promise.all([noteRows(org.service(), piece), noteRows(org.service(), piece)]);
    expect((await read(importId)).view.rows).toBe(1);
    const end = { importId, rows: [], ending: { format: "csv", problem: null, notes: null } };
    await noteRows(org.service(), end);
    await expect(noteRows(org.service(), end)).rejects.toMatchObject({ code: "conflict" });
  });
});
