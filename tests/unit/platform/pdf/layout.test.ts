import { PDFDocument } from "pdf-lib";
import { describe, expect, it } from "vitest";
import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { pageOf } from "@/lib/platform/pdf/rich-text";
import { layOutDocument, writeDocument } from "@/lib/platform/pdf/write-document";
import { flatPagesOf, qpdfComplaints } from "@/tests/support/pdf";
import { planOf, writeBlocks } from "@/tests/support/plain-document";

const rows = (count: number): Row[] => Array.from({ length: count }, (_, i) => ({ cells: [`row-${i + 1}`, "text"] }));
const table = (list: Row[]): Block => ({
  b: "table",
  columns: [
    { mm: 40, head: "HeadOne" },
    { mm: 130, head: "HeadTwo" },
  ],
  rows: list,
});
const filler = (count: number): Block[] =>
  Array.from({ length: count }, (_, i): Block => ({ b: "para", text: `Filler paragraph ${i + 1}.`, aside: "source" }));

describe("a sheet", () => {
  it.each([
    ["A4", 210, 297],
    ["Letter", 215.9, 279.4],
  ] as const)("of %s is %d by %d mm, and everything is on it", async (size, width, height) => {
    const plan = { ...planOf([...filler(40), table(rows(60))]), size };
    const laid = layOutDocument(plan);
    const assets = { image: () => Promise.reject(new Error("no image")), attachments: [] };
    const { bytes } = await collectBytes(writeDocument(plan, assets, { laid }));
    const pages = (await PDFDocument.load(bytes)).getPages().map((sheet) => sheet.getSize());
    expect(pages.length).toBe(laid.flow.sheets.length);
    for (const paper of pages) {
      expect([paper.width, paper.height].map((points) => Math.round((points / 72) * 254) / 10)).toEqual([
        width,
        height,
      ]);
    }
    const low = laid.flow.sheets.flatMap(({ ops }) => ops.map((op) => ("y" in op ? op.y : 0)));
    expect(Math.max(...low)).toBeLessThan((height / 25.4) * 72);
    expect(Math.max(...low)).toBeGreaterThan(((height - 20) / 25.4) * 72);
  });
});

describe("paragraphs", () => {
  it.each([
    ["an empty list", []],
    ["an empty text", ""],
    ["only a space", [" "]],
  ])("without a source (%s) do not build", async (_, aside) => {
    await expect(writeBlocks([{ b: "para", text: "A claim.", aside }])).rejects.toThrow("no source");
  });

  it("are numbered through", async () => {
    const [page = ""] = await flatPagesOf((await writeBlocks(filler(3))).bytes);
    expect(page).toMatch(/Filler paragraph 3\./);
    expect(page).toMatch(/\b3\b/);
  });
});

describe("tables", () => {
  it("repeat their head on every page and keep every row once", async () => {
    const pages = await flatPagesOf((await writeBlocks([table(rows(120))])).bytes);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain("HeadOne");
    const all = pages.join(" ");
    for (let i = 1; i <= 120; i++) expect(all.match(new RegExp(`row-${i}\\b`, "g"))).toHaveLength(1);
  });

  it.each(Array.from({ length: 14 }, (_, i) => i + 26))(
    "keep two rows with the head after %i paragraphs",
    async (count) => {
      const pages = await flatPagesOf((await writeBlocks([...filler(count), table(rows(6))])).bytes);
      for (const page of pages.filter((candidate) => candidate.includes("HeadOne"))) {
        expect(page.match(/row-\d+/g)?.length).toBeGreaterThanOrEqual(2);
      }
    },
  );

  it("cut a row only when it is taller than a page", async () => {
    const long = Array.from({ length: 1500 }, (_, i) => `word${i}`).join(" ");
    const pages = await flatPagesOf(
      (await writeBlocks([table([{ cells: ["tall", long] }, { cells: ["next", "b"] }])])).bytes,
    );
    expect(pages.length).toBeGreaterThan(1);
    const all = pages.join(" ");
    expect(all).toContain("word0 ");
    expect(all).toContain("word1499");
  });

  it("do not leave a band alone at the foot of a page", async () => {
    for (let count = 40; count < 56; count++) {
      const list: Row[] = [...rows(count), { band: "BandName" }, { cells: ["after-band", "x"] }];
      const pages = await flatPagesOf((await writeBlocks([table(list)])).bytes);
      const page = pages.find((candidate) => candidate.includes("BandName"));
      expect(page).toContain("after-band");
    }
  });
});

describe("blocks that are kept together", () => {
  it.each(Array.from({ length: 14 }, (_, i) => i + 26))(
    "leave no heading behind after %i paragraphs, though one inside would like more space below it",
    async (count) => {
      const inner: Block = { b: "keep", blocks: [{ b: "h3", title: "Caption" }, table(rows(1))] };
      const kept: Block = {
        b: "keep",
        blocks: [{ b: "paperHeading", title: "Heading", anchor: "a" }, inner],
      };
      const pages = await flatPagesOf((await writeBlocks([...filler(count), kept])).bytes);
      const page = pages.find((candidate) => candidate.includes("Heading"));
      expect(page).toMatch(/Heading Caption .*row-1/);
    },
  );
});

describe("page numbers", () => {
  it("in text are the true ones, even where they move a line", async () => {
    const blocks: Block[] = [
      { b: "para", text: ["See page ", pageOf("far"), " of ", pageOf("end"), "."], aside: "source" },
      ...filler(90),
      { b: "newPage" },
      { b: "h1", no: "9", title: "Far away", anchor: "far", short: "Far" },
    ];
    const { bytes, pages, outline } = await writeBlocks(blocks);
    const read = await flatPagesOf(bytes);
    const real = read.findIndex((page) => page.includes("Far away")) + 1;
    expect(read[0]).toContain(`See page ${real} of ${pages}.`);
    expect(outline[0]?.page).toBe(real);
    read.forEach((page, i) => {
      expect(page).toContain(`Page ${i + 1} of ${pages}`);
    });
  });

  it("refuse two places of one name", async () => {
    const h1 = (title: string): Block => ({ b: "h1", no: "1", title, anchor: "same", short: title });
    await expect(writeBlocks([h1("a"), h1("b")])).rejects.toThrow("one name");
  });
});

it("an address with no space in it is cut, not lost", async () => {
  const address = `https://host.example/${"abcdefghij".repeat(30)}/end`;
  const read = (await flatPagesOf((await writeBlocks([{ b: "para", text: address, aside: "source" }])).bytes)).join("");
  expect(read.replace(/\s/g, "")).toContain(address);
});

it("qpdf finds nothing to complain of", async () => {
  const { bytes } = await writeBlocks([...filler(60), table(rows(40)), { b: "fields", rows: [[{ label: "Name" }]] }]);
  expect(qpdfComplaints(bytes) ?? []).toEqual([]);
});
