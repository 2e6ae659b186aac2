import { expect, test } from "vitest";
import { run } from "@/lib/platform/sandbox/child-sheet.mjs";
import { xlsxOf } from "@/tests/support/xlsx-file";

type Heard = { rows?: { row: number; cells: string[] }[]; sheet?: { problem: string | null; notes: Notes } };
type Notes = { openQuote: number; emptyRows: number; separator: string; charset: string };

/** What the child says of a list, read in this process. */
async function readSheet(content: string | Uint8Array) {
  const bytes = Buffer.from(content);
  const heard: Heard[] = [];
  const input = { whole: async () => bytes };
  await run({
    input,
    request: { size: bytes.length },
    found: { kind: "text" },
    send: async (item: Heard) => heard.push(item),
  });
  const { problem = null, notes } = heard.at(-1)?.sheet ?? {};
  return { rows: heard.flatMap(({ rows = [] }) => rows), problem, notes };
}

const cellsOf = async (content: string | Uint8Array) => (await readSheet(content)).rows.map(({ cells }) => cells);

test.each([
  [
    "commas and doubled quotes",
    'Name,"Risk"\r\nThandi,"high ""very"""\r\n',
    [
      ["Name", "Risk"],
      ["Thandi", 'high "very"'],
    ],
  ],
  [
    "semicolons and a quoted line break",
    'a;b\n1;"x;\ny"\n',
    [
      ["a", "b"],
      ["1", "x;\ny"],
    ],
  ],
  [
    "a separator that is said",
    "sep=|\r\na|b\r\n1|2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "lines of an old Macintosh",
    "a,b\r1,2\r3,4",
    [
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ],
  ],
  [
    "all three line ends",
    "a,b\r\n1,2\n3,4\r5,6",
    [
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ],
  ],
  [
    "a quote inside a cell",
    'a,b\n5" pipe,say "hi"\n',
    [
      ["a", "b"],
      ['5" pipe', 'say "hi"'],
    ],
  ],
  [
    "words behind a closing quote, which stays in sight",
    'a,b\n"x"y,2\n',
    [
      ["a", "b"],
      ['"x"y', "2"],
    ],
  ],
  [
    "spaces behind a closing quote",
    'a,b\n"x, y" ,2\n',
    [
      ["a", "b"],
      ["x, y", "2"],
    ],
  ],
  [
    "a byte order mark",
    '\ufeff"a",b\n1,2',
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
])("a list with %s", async (_, text, cells) => {
  expect(await cellsOf(text)).toEqual(cells);
});

test("UTF-16 and Windows-1252 are read as what they are", async () => {
  const wide = await readSheet(Buffer.from("\ufeffa,b\r\n1,é\r\n", "utf16le"));
  expect([wide.notes?.charset, wide.rows[1]?.cells]).toEqual(["utf-16le", ["1", "é"]]);
  const old = await readSheet(Buffer.from("a,b\n1,caf\xe9\n", "latin1"));
  expect([old.notes?.charset, old.rows[1]?.cells]).toEqual(["windows-1252", ["1", "café"]]);
});

test("rows keep their number when others are empty", async () => {
  const { rows, notes } = await readSheet("a,b\n\n,,\n1,2\n");
  expect(rows.map(({ row }) => row)).toEqual([1, 4]);
  expect(notes?.emptyRows).toBe(2);
});

test("a quotation mark that is never closed loses nothing and is told", async () => {
  for (const [text, last] of [
    ['a,b\n1,"never\nclosed,2\n3,4', "never\nclosed,2\n3,4"],
    ['a,b\n1,"x""', 'x"'],
  ] as const) {
    const { rows, problem, notes } = await readSheet(text);
    expect([problem, notes?.openQuote, rows[1]?.cells]).toEqual([null, 1, ["1", last]]);
  }
});

test("a list larger than a spreadsheet in any direction is left, before it fills the memory", async () => {
  const problemOf = async (text: string) => (await readSheet(text)).problem;
  expect(await problemOf(`a,b\n${",".repeat(20_000)}\n`)).toBe("unreadable");
  expect(await problemOf(`a,b\n1,"${"x".repeat(9 * 1024 * 1024)}"\n`)).toBe("unreadable");
  expect(await problemOf(`a\n${"\n".repeat(1_048_576)}1\n`)).toBe("too_many_rows");
  expect(await problemOf(`a,b\n${"1,2\n".repeat(100_001)}`)).toBe("too_many_rows");
});

const sheet = "xl/worksheets/sheet2.xml";
const cell = (inside: string) =>
  `<worksheet><sheetData><row><c t="inlineStr"><is>${inside}</is></c></row></sheetData></worksheet>`;

test.each([
  ["declares a type", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', "unreadable"],
  ["ends too early", "<worksheet><sheetData>", "truncated"],
  ["closes what it did not open", "<worksheet></sheetData>", "unreadable"],
  ["is 300 deep", `${"<a>".repeat(300)}${"</a>".repeat(300)}`, "unreadable"],
  ["has a tag of 90 attributes", `<a ${Array.from({ length: 90 }, (_, at) => `b${at}="1"`).join(" ")}/>`, "unreadable"],
  ["has an attribute of 20,000 letters", `<a b="${"xyz ".repeat(5000)}"/>`, "unreadable"],
  ["has CDATA, which no spreadsheet writes", cell("<t><![CDATA[x]]></t>"), "unreadable"],
])("a workbook whose sheet %s is refused", async (_, xml, problem) => {
  expect((await readSheet(xlsxOf({ [sheet]: xml }))).problem).toBe(problem);
});
