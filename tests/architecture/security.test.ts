import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isThere } from "../support/test-titles";
import { problemsOf, type Row, readRows } from "../threats/rows";

/** The tables of docs/security, also those that each piece of work keeps in a file of its own. */
const filesOf = (table: string) => globSync([`docs/security/${table}.json`, `docs/security/${table}/*.json`]).sort();

type Requirement = { id: string; level: number; about: string; state: string; by: string[]; note: string };
type Threat = { threat: string; mitigation: string; tests: string[]; switchedOff: string; seen: string };
type Finding = {
  finding: string;
  what: string;
  mended: "mended" | "partly" | "accepted";
  by: string;
  tests: string[];
  decidedBy?: string;
};
type Figure = { target: string; reached: string; tests: string[]; note: string };

const rowsOf = <Row>(table: string) =>
  filesOf(table).flatMap((file) => (JSON.parse(readFileSync(file, "utf8")) as Row[]).map((row) => ({ file, row })));

const requirements = rowsOf<Requirement>("asvs");
const threats = rowsOf<Threat>("threats");
const findings = rowsOf<Finding>("findings").map(({ row }) => row);
const figures: Record<string, Figure> = JSON.parse(readFileSync("docs/security/figures.json", "utf8"));
const states = ["met", "partly", "open", "not_applicable"];

describe("the table of ASVS 5.0", () => {
  test("has each requirement of levels 1 and 2 once", () => {
    const ids = requirements.map(({ row }) => row.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const counted = [1, 2].map((level) => requirements.filter(({ row }) => row.level === level).length);
    expect(counted).toEqual([70, 183]);
    expect(ids).toHaveLength(253);
  });

  test("says of each how it stands, and why", () => {
    const odd = requirements.filter(({ row }) => !isWhole(row)).map(({ row }) => row.id);
    expect(odd).toEqual([]);
  });

  test("names tests and files that are there", () => {
    expect(requirements.flatMap(({ row }) => dangling(row.id, row.by))).toEqual([]);
  });
});

describe("the threats", () => {
  test("are TM01 to TM35", () => {
    const odd = threats.filter(({ row }) => !isOneOf(row.threat, "TM", 35, 2));
    expect(odd.map(({ file, row }) => `${file}: ${row.threat}`)).toEqual([]);
  });

  test("each say what was switched off and when that was seen", () => {
    const empty = threats.filter(
      ({ row }) =>
        !row.mitigation || !row.switchedOff || !/^\d{4}-\d{2}-\d{2}$/.test(row.seen) || row.tests.length === 0,
    );
    expect(empty.map(({ file, row }) => `${file}: ${row.threat}`)).toEqual([]);
  });

  test("each have a row", () => {
    const all = Array.from({ length: 35 }, (_, at) => `TM${String(at + 1).padStart(2, "0")}`);
    expect(all.filter((id) => !threats.some(({ row }) => row.threat === id))).toEqual([]);
  });

  test("can each be switched off as it is written: what is replaced stands once where it is said to", () => {
    expect(readRows().flatMap(problemsOf)).toEqual([]);
  });

  test.each<[string, Partial<Row["switches"][number]>, RegExp]>([
    [
      "is stale",
      { edits: [{ file: "package.json", find: ["not", "there"].join(" "), put: "" }] },
      /not once in package/,
    ],
    ["could mean two places", { edits: [{ file: "package.json", find: '": "', put: "" }] }, /not once in package/],
    ["changes nothing", { edits: [] }, /without an edit/],
    ["makes another test red", { red: [1] }, /no switch makes red: a.*there is no test 1/s],
  ])("have no switch that %s", (_, change, problem) => {
    const edits = [{ file: "package.json", find: '"name": "crossdocket"', put: '"name": "x"' }];
    const row = (item: Partial<Row["switches"][number]>): Row => {
      return { name: "x:0", threat: "TM01", tests: ["a"], switches: [{ edits, red: [0], ...item }] };
    };
    expect(problemsOf(row({}))).toEqual([]);
    expect(problemsOf(row(change)).join("\n")).toMatch(problem);
  });

  test("name tests and files that are there", () => {
    expect(threats.flatMap(({ file, row }) => dangling(`${file} ${row.threat}`, row.tests))).toEqual([]);
  });
});

describe("the findings of those who attacked and used the product in November 2026", () => {
  const ids = [
    "H1",
    "H2",
    "H3",
    "M1",
    "M2",
    "M3",
    "M4",
    "M5",
    "M6",
    "M7",
    "M8",
    "M9",
    "M10",
    "L1",
    "L2",
    "L3",
    "L4",
    "L5",
    "L6",
    "L7",
    "L8",
    "L9",
    "L10",
    "L11",
    "I1",
    "D1",
    "B3",
    "B4",
    "B5",
    "B6",
    "B22",
  ];
  /** Made by asking the running product: their test asks it as well. */
  const asked = "H1 H2 H3 M1 M4 M5 M6 M7 M9 L1 L2 L6 L7 I1 D1 B3 B4 B5 B6".split(" ");

  test("are each there once", () => {
    expect(findings.map(({ finding }) => finding)).toEqual(ids);
  });

  test("each say what was found and how it stands, and what is not fixed who decided that", () => {
    const odd = findings.filter(({ what, by, mended, decidedBy = "" }) => {
      const stands =
        mended === "mended" ? decidedBy === "" : ["partly", "accepted"].includes(mended) && decidedBy !== "";
      return !what || !by || !stands;
    });
    expect(odd.map(({ finding }) => finding)).toEqual([]);
  });

  test("name tests that are there, and a test of the running product where they were made there", () => {
    expect(findings.flatMap(({ finding, tests }) => dangling(finding, tests))).toEqual([]);
    const without = (pattern: RegExp) =>
      findings.filter(({ tests }) => !tests.some((id) => pattern.test(id))).map(({ finding }) => finding);
    expect(without(/^tests\/.* > /)).toEqual([]);
    expect(without(/^tests\/e2e\/.*\.spec\.ts > /).filter((id) => asked.includes(id))).toEqual([]);
  });
});

describe("the figures", () => {
  test("are F1 to F18, each with its target and what was reached", () => {
    expect(Object.keys(figures)).toEqual(Array.from({ length: 18 }, (_, at) => `F${at + 1}`));
    expect(Object.entries(figures).filter(([, { target, reached }]) => !target || !reached)).toEqual([]);
  });

  test("name tests and files that are there", () => {
    expect(Object.entries(figures).flatMap(([name, { tests }]) => dangling(name, tests))).toEqual([]);
  });

  test("count the table of ASVS and the threats as they are", () => {
    const [met, partly, open, out] = states.map(
      (state) => requirements.filter(({ row }) => row.state === state).length,
    );
    expect(figures.F1?.reached).toBe(`${met} met, ${partly} partly, ${open} open, ${out} not applicable`);
    const red = new Set(threats.map(({ row }) => row.threat)).size;
    expect(figures.F16?.reached).toBe(`${red} of 35 threats have a test that was seen red with its measure off`);
  });
});

describe("the search for names", () => {
  const here = "tests/architecture/security.test.ts";

  test.each([
    [`${here} > the search for names > finds %s`, true],
    [`${here} > the search for names > finds this very name`, true],
    [`${here} > the search for names > ${["what", "nobody", "wrote"].join(" ")}`, false],
    [`${here} > ${["no", "such", "group"].join(" ")} > finds %s`, false],
    ["tests/architecture/gone.test.ts > the search for names", false],
    [here, true],
    ["docs/security/gone.md", false],
  ])("finds %s", (id, there) => {
    expect(isThere(id)).toBe(there);
  });
});

/** What is not in place needs a sentence; what is met or half met also needs a test or a file that shows it. */
function isWhole({ about, state, by, note, id, level }: Requirement): boolean {
  const words = about.split(/\s+/).length;
  const shown = by.length > 0 || state === "open" || state === "not_applicable";
  return states.includes(state) && shown && note !== "" && words <= 8 && /^V\d+\.\d+\.\d+$/.test(id) && level < 3;
}

/** TM01 to TM35 is prefix TM, last 35, two digits. */
function isOneOf(key: string, prefix: string, last: number, digits: number): boolean {
  const number = Number(key.slice(prefix.length));
  return number >= 1 && number <= last && key === `${prefix}${String(number).padStart(digits, "0")}`;
}

function dangling(whose: string, ids: readonly string[]): string[] {
  return ids.filter((id) => !isThere(id)).map((id) => `${whose}: ${id}`);
}
