import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Column, DataTable } from "@/app/_ui/table/data-table";

type Row = { id: string; name: string; count: number; odd?: boolean };

const rows: Row[] = [
  { id: "a", name: "Heron", count: 3 },
  { id: "b", name: "Owl", count: 0, odd: true },
];
const columns: Column<Row>[] = [
  { head: "Name", cell: (row) => row.name },
  { head: "How many there are", label: "Many", num: true, cell: (row) => row.count },
  { head: "Place", cell: (_row, at) => at + 1, className: (row) => (row.odd ? "strong" : undefined) },
  { head: "Said above", label: null, cell: () => "x" },
  { head: <span className="vh">Change</span>, cell: () => "y" },
];

const cellsOf = (html: string) =>
  [...html.matchAll(/<td([^>]*)>(.*?)<\/td>/g)].map(([, facts, words]) => [words, facts]);

test("on a phone each value has its word, but for the first, a head that is not read, and where none is wanted", () => {
  const html = renderToStaticMarkup(
    <DataTable caption="Birds" columns={columns} rows={rows} keyOf={(row) => row.id} />,
  );
  expect(html).toMatch(/^<table class="table table--cards"><caption class="vh">Birds<\/caption>/);
  expect([...html.matchAll(/<th scope="col"( class="num")?>/g)].map(([, number]) => Boolean(number))).toEqual([
    false,
    true,
    false,
    false,
    false,
  ]);
  expect(cellsOf(html)).toEqual([
    ["Heron", ""],
    ["3", ' data-label="Many" class="num"'],
    ["1", ' data-label="Place"'],
    ["x", ""],
    ["y", ""],
    ["Owl", ""],
    ["0", ' data-label="Many" class="num"'],
    ["2", ' data-label="Place" class="strong"'],
    ["x", ""],
    ["y", ""],
  ]);
});

test("a table of plain rows has no words for a phone, and one that is wide may be moved sideways", () => {
  const html = renderToStaticMarkup(
    <DataTable columns={columns} rows={rows} keyOf={(row) => row.id} layout="rows" wide />,
  );
  expect(html).toMatch(/^<div class="tablewrap"><table class="table"><thead>/);
  expect(html).not.toContain("data-label");
});
