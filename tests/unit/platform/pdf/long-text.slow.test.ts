import { describe, expect, it } from "vitest";
import type { Block } from "@/lib/platform/pdf/blocks";
import type { Op } from "@/lib/platform/pdf/flow";
import { page, papers } from "@/lib/platform/pdf/style";
import { layOutDocument } from "@/lib/platform/pdf/write-document";
import { planOf } from "@/tests/support/plain-document";

const words = "They wrote that they would come again. ".repeat(2570);
const noSpace = "x".repeat(100_000);
const arabic = "محمد".repeat(25_000);
const stacked = `e${"\u0301".repeat(20_000)} `.repeat(5);
const emoji = "👨‍👩‍👧‍👦".repeat(9_000);
const common = [
  ["words", words],
  ["a word without end", noSpace],
] as const;
const rare = [
  ["a right-to-left word without end", arabic],
  ["marks without end", stacked],
  ["emoji without end", emoji],
] as const;

const page1 = { label: "E-01", stamp: "page 1 of 1", image: { key: "a", width: 800, height: 1200 } };
const blocks: [string, (text: string) => Block[], "whole" | "cut"][] = [
  ["a paragraph", (text) => [{ b: "para", text, aside: "source" }], "whole"],
  ["a source", (text) => [{ b: "para", text: "A claim.", aside: text }], "whole"],
  ["a note", (text) => [{ b: "note", text }], "whole"],
  [
    "a box",
    (text) => [
      {
        b: "box",
        rule: 1,
        lines: [
          { text, as: "body" },
          { text: "after", as: "cell" },
        ],
      },
    ],
    "whole",
  ],
  [
    "a table cell",
    (text) => [{ b: "table", columns: [{ mm: 40 }, { mm: 130 }], rows: [{ cells: ["a", text] }] }],
    "whole",
  ],
  ["a band", (text) => [{ b: "table", columns: [{ mm: 170 }], rows: [{ band: text }, { cells: ["a"] }] }], "whole"],
  [
    "a table head",
    (text) => [{ b: "table", columns: [{ mm: 30, head: text }, { mm: 140 }], rows: [{ cells: ["a", "b"] }] }],
    "cut",
  ],
  [
    "a title",
    (text) => [
      { b: "title", text },
      { b: "lead", text: "after" },
    ],
    "whole",
  ],
  ["a cover line", (text) => [{ b: "lead", text }], "whole"],
  ["a kicker", (text) => [{ b: "kicker", text }], "cut"],
  ["a heading", (text) => [{ b: "h1", no: "1", title: text, anchor: "a", short: text }], "whole"],
  ["a smaller heading", (text) => [{ b: "h2", no: "1.1", title: text, anchor: "a" }], "whole"],
  ["the smallest heading", (text) => [{ b: "h3", title: text }], "whole"],
  ["a paper’s title", (text) => [{ b: "paperTitle", text }], "whole"],
  ["a paper’s heading", (text) => [{ b: "paperHeading", title: text, anchor: "a" }], "whole"],
  ["a paper’s text", (text) => [{ b: "text", text }], "whole"],
  ["an item", (text) => [{ b: "item", no: "1", text }], "whole"],
  ["an item’s number", (text) => [{ b: "item", no: text, text: "item" }], "cut"],
  ["what is kept together", (text) => [{ b: "keep", blocks: [{ b: "text", text }] }], "whole"],
  ["an oath", (text) => [{ b: "oath", lines: [text], blanks: [text, "Place"], stamp: text }], "cut"],
  ["fields", (text) => [{ b: "fields", rows: [[{ label: text, value: text }, { label: "b" }]] }], "cut"],
  ["lines for the pen", (text) => [{ b: "freeLines", count: 60, label: text }], "whole"],
  ["a frame", (text) => [{ b: "frame", label: text, mm: [60, 40] }], "cut"],
  [
    "a running head",
    (text) => [
      { b: "section", short: text },
      { b: "note", text: "note" },
    ],
    "cut",
  ],
  ["an exhibit", (text) => [{ b: "exhibit", label: text, title: text, anchor: "a", short: text }], "cut"],
  ["a caption", (text) => [{ b: "pictures", pictures: [{ ...page1, caption: text }] }], "cut"],
  ["a reason", (text) => [{ b: "pictures", pictures: [{ ...page1, image: null, caption: "c", reason: text }] }], "cut"],
  [
    "contents",
    (text) => [
      { b: "contents", outlineFrom: 0 },
      { b: "exhibit", label: text, title: text, anchor: "a", short: "Exhibit" },
    ],
    "cut",
  ],
];

function edges(op: Op): { left: number; right: number; top: number; bottom: number } {
  if (op.t === "rule") return { left: op.x1, right: op.x2, top: op.y, bottom: op.y };
  if (op.t === "rect" || op.t === "image") return { left: op.x, right: op.x + op.w, top: op.y, bottom: op.y + op.h };
  if (op.t === "stamp" || op.t === "path") return { left: 100, right: 100, top: 100, bottom: 100 };
  const shown = op.atoms.at(-1)?.t === "space" ? op.atoms.slice(0, -1) : op.atoms;
  const width = shown.reduce((sum, atom) => sum + atom.width, 0);
  return { left: op.x, right: op.x + width, top: op.y - 4, bottom: op.y };
}

function textOf(ops: readonly Op[]): string {
  return ops
    .flatMap((op) => (op.t === "atoms" ? op.atoms.map((atom) => ("run" in atom ? (atom.run?.text ?? "") : "")) : []))
    .join("");
}

function check(made: Block[], text: string, how: "whole" | "cut"): void {
  const { flow } = layOutDocument(planOf(made));
  expect(flow.sheets.length).toBeLessThan(400);
  for (const op of flow.sheets.flatMap((sheet) => sheet.ops)) {
    const { left, right, top, bottom } = edges(op);
    const inside = left >= 30 && right <= page.right + 0.1 && top > 20 && bottom <= papers.A4.footBase + 0.1;
    if (!inside) expect({ left, right, top, bottom, text: textOf([op]).slice(0, 50) }).toBe("inside the page");
  }
  const all = flow.sheets.map((sheet) => textOf(sheet.ops)).join("");
  if (how === "cut") expect(all).toContain("…");
  else if (text === noSpace) expect(all.match(/x/g)?.length).toBeGreaterThanOrEqual(100_000);
}

describe.each(blocks)("%s of 100,000 characters", (_, make, how) => {
  it.each(common)("stays on its pages: %s", (_name, text) => check(make(text), text, how));
});

describe.each(blocks.filter(([name]) => ["a paragraph", "a table cell", "a running head"].includes(name)))(
  "%s of a script of its own",
  (_, make, how) => {
    it.each(rare)("stays on its pages: %s", (_name, text) => check(make(text), text, how));
  },
);

describe("names of 300 characters", () => {
  const name = "Nomvula Ntombizodwa of the very long name ".repeat(8).slice(0, 300);

  it("leave room in the running head for everything else", () => {
    const plan = planOf([
      { b: "section", short: name },
      { b: "note", text: "note" },
    ]);
    const { flow } = layOutDocument({ ...plan, head: { left: name, leftRest: name, right: name }, foot: name });
    const head = flow.sheets[0]?.ops.filter((op) => op.t === "atoms" && op.y === page.headBase) ?? [];
    const spans = head.map(edges).sort((a, b) => a.left - b.left);
    expect(spans.length).toBeGreaterThanOrEqual(4);
    spans.forEach((span, i) => {
      const next = spans[i + 1];
      if (next) expect(span.right).toBeLessThanOrEqual(next.left + 0.01);
    });
    expect(textOf(head)).toContain("…");
  });

  it("give a whole line of contents, with its page", () => {
    const { flow } = layOutDocument(
      planOf([
        { b: "contents", outlineFrom: 0 },
        { b: "exhibit", label: "E-01", title: name, anchor: "a", short: "Exhibit E-01" },
      ]),
    );
    expect(textOf(flow.sheets[0]?.ops ?? [])).toMatch(/E-01.*Nomvula.*1/s);
  });
});
