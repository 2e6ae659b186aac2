import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { run } from "@/lib/platform/sandbox/child-sheet.mjs";
import { workbookCases } from "@/tests/fixtures/workbooks/cases";
import { randomWorkbooks } from "@/tests/support/random-workbooks";
import { xlsxOf } from "@/tests/support/xlsx-file";

type Row = { row: number; cells: string[] };
type Notes = Record<string, number | string>;
type Heard = { rows?: Row[]; sheet?: { problem: string | null; notes: Notes } };

/** What the child says of a workbook, read in this process. */
async function read(bytes: Uint8Array) {
  const heard: Heard[] = [];
  await run({
    input: { whole: async () => Buffer.from(bytes) },
    request: { size: bytes.length },
    found: { kind: "other" },
    send: async (item: Heard) => heard.push(item),
  });
  const { problem, notes } = heard.at(-1)?.sheet ?? { problem: "nothing", notes: {} };
  const counts = Object.entries(notes).filter(([, value]) => typeof value === "number" && value > 0);
  return { problem, rows: heard.flatMap(({ rows = [] }) => rows), notes: Object.fromEntries(counts) };
}

describe.each(workbookCases)("$name", ({ parts, rows, notes = {} }) => {
  test("is read as a spreadsheet shows it", async () => {
    const found = await read(xlsxOf(parts));
    expect({ problem: found.problem, rows: found.rows.map(({ cells }) => cells) }).toEqual({ problem: null, rows });
    const { hiddenSheets: _own, ...others } = found.notes;
    expect(others).toEqual(notes);
  });
});

test("rows that go back are refused, and no sheet of them is half read in silence", async () => {
  const back =
    '<worksheet><sheetData><row r="2"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row></sheetData></worksheet>';
  expect((await read(xlsxOf({ "xl/worksheets/sheet2.xml": back }))).problem).toBe("unreadable");
});

test.each([
  ["has no list of strings", null],
  ["has a list of strings that ends too early", "<sst><si><t>Name</t></si></sst>"],
])("a workbook that %s is refused, and its words are not told as empty cells", async (_, strings) => {
  expect((await read(xlsxOf({ "xl/sharedStrings.xml": strings }))).problem).toBe("unreadable");
});

test("any workbook gives every cell in its place, whichever way its cells were written", async () => {
  const property = fc.asyncProperty(randomWorkbooks, async ({ parts, rows, formulas }) => {
    const found = await read(xlsxOf(parts));
    expect(found.rows).toEqual(rows);
    expect(found.notes.formulas ?? 0).toBe(formulas);
  });
  await fc.assert(property, { seed: 19, numRuns: 200 });
});
