import { expect, test } from "vitest";
import { dualCriminality } from "@/lib/packets/packets/sections/core/dual-criminality";
import type { PacketSnapshot, SnapshotLaw } from "@/lib/packets/packets/snapshot/snapshot";
import type { Block } from "@/lib/platform/pdf/blocks";
import type { Rich } from "@/lib/platform/pdf/rich-text";
import { sampleSnapshot } from "@/tests/support/sample-snapshot";

type Row = SnapshotLaw["rows"][number];
type Fact = Row["facts"][number];

const fact = (over: Partial<Fact>): Fact => ({
  incident: "I-1",
  account: "A1",
  by: "sender",
  at: "2026-09-29T19:14:00Z",
  words: "I will be there.",
  what: null,
  statement: null,
  exhibit: "E-01",
  message: null,
  ...over,
});
const row = (over: Partial<Row>): Row => ({
  pair: "P-1",
  home: { offence: "s 15", element: "threat", text: "Threatens a person" },
  there: { offence: "875(c)", element: "threat", text: "A threat to injure" },
  facts: [fact({})],
  declined: [],
  undecided: ["I-4"],
  note: "",
  gap: null,
  ...over,
});
const lawOf = (rows: Row[], over: Partial<SnapshotLaw> = {}): SnapshotLaw => ({
  rows,
  knowledge: [],
  considered: [],
  unconsidered: [{ citation: "18 USC 2262", acts: ["I-1"] }],
  ...over,
});
const blocksOf = (law: SnapshotLaw, change: Partial<PacketSnapshot> = {}) =>
  dualCriminality.build({ snapshot: { ...sampleSnapshot(), ...change, law }, exhibits: [], brevity: 0 });

const plain = (rich: Rich): string =>
  [rich]
    .flat()
    .map((piece) => (typeof piece === "string" ? piece : "text" in piece ? String(piece.text) : " | "))
    .join("")
    .replaceAll(/[\u2068\u2069]/g, "");
const cellsOf = (blocks: readonly Block[], at = 0): string[][] => {
  const tables = blocks.flatMap((block) => (block.b === "table" ? [block] : []));
  return (tables[at]?.rows ?? []).flatMap((line) => ("cells" in line ? [line.cells.map(plain)] : []));
};

test("a row says both elements, the words with who and when, where they stand, and who closes the gap", () => {
  const told = fact({ incident: null, account: null, by: "client", words: "Stop.", exhibit: "E-06", message: 8 });
  const gap = { text: "Violence is implied", closes: "the prosecutor" };
  const declined = [{ incident: "I-2", why: "Another sender" }];
  const stated = fact({ statement: "ST 14" });
  const [line] = cellsOf(
    blocksOf(
      lawOf([
        row({
          facts: [stated, told, { ...told, words: "No.", message: 10 }],
          gap,
          declined,
          note: "The place is hers",
        }),
      ]),
    ),
  );
  expect(line).toEqual([
    "Threatens a person",
    "A threat to injure",
    "I-1 A1, 29 Sep 2026 at 21:14 SAST: “I will be there.” | the client, 29 Sep 2026 at 21:14 SAST: “Stop.” | the client, 29 Sep 2026 at 21:14 SAST: “No.” | The place is hers. | Not relied on here: I-2. Another sender.",
    "ST 14; E-01; E-06, messages 8 and 10",
    "Violence is implied. Closed by: the prosecutor.",
  ]);
});

test("what one country does not ask is said, and nothing that is for the sender alone is printed", () => {
  const blocks = blocksOf(lawOf([row({ home: null, facts: [] })]));
  expect(cellsOf(blocks)[0]?.slice(0, 3)).toEqual([
    "No such element: this law does not ask it",
    "A threat to injure",
    "None on record.",
  ]);
  expect(JSON.stringify(blocks)).not.toMatch(/I-4|2262/);
});

test("the same facts are set out once, and a long list is quoted at its beginning", () => {
  const many = Array.from({ length: 10 }, (_, at) => fact({ incident: `I-${at + 1}` }));
  const [first] = sampleSnapshot().pairs;
  if (!first) throw new Error("the sample has a pair");
  const pairs = [
    { ...first, code: "P-1" },
    { ...first, code: "P-2" },
  ];
  const rows = cellsOf(blocksOf(lawOf([row({ facts: many }), row({ pair: "P-2", facts: many })]), { pairs }));
  expect(rows[0]?.[2]).toMatch(/I-8 .*\| And I-9, I-10\.$/);
  expect(rows[1]?.[2]).toBe("The same facts as for P-1 above.");
});

test("content comes after the table, then what was considered with its reason", () => {
  const considered = [{ citation: "18 USC 2261A(2)", offence: "Cyberstalking", why: "Needs the identity first" }];
  const blocks = blocksOf(lawOf([row({})], { considered }));
  expect(cellsOf(blocks, 1)).toEqual([["18 USC 2261A(2), cyberstalking", "Needs the identity first."]]);
  const kinds = blocks.map((block) => (block.b === "h3" ? block.title : block.b));
  expect(kinds.slice(kinds.indexOf("table")).filter((kind) => kind !== "para")).toEqual([
    "table",
    "Considered, and why not relied on",
    "table",
  ]);
});
