import type { Block, Column, Row } from "./blocks";
import type { Flow } from "./flow";
import type { Line } from "./lines";
import { Part } from "./structure";
import { MM, page, styles } from "./style";

type TableBlock = Extract<Block, { b: "table" }>;
/** A measured row. What is left of a row that was cut belongs to the same cells as its beginning. */
type Cells = { band: boolean; cells: (readonly Line[])[]; height: number; parts?: Part[] };
type Table = { columns: readonly Column[]; head: Cells | null; rows: Cells[]; pad: number; part: Part };

const GUTTER = 2.4 * MM;
const BAND_INDENT = 1.5 * MM;
const MOST_HEAD = 8;

/** A table whose head repeats, keeps two rows with its head, and never cuts a row that fits on a page. */
export function flowTable(flow: Flow, block: TableBlock): void {
  if (block.rows.length === 0) return;
  const table = measure(flow, block);
  const first = table.rows.slice(0, startOf(table.rows)).reduce((sum, row) => sum + row.height, 0);
  flow.before();
  flow.need(Math.min((table.head?.height ?? 0) + first, flow.paper.bottom - page.top));
  if (block.anchor) flow.place(block.anchor);
  flow.part().kids.push(table.part);
  drawHead(flow, table);
  let onPage = 0;
  table.rows.forEach((row, i) => {
    if (onPage > 0 && mustBreak(flow, table, i, onPage)) {
      closeTable(flow);
      flow.newPage();
      reopenTable(flow, table);
      onPage = 0;
    }
    drawRow(flow, table, row, onPage === 0);
    onPage++;
  });
  closeTable(flow);
  flow.after(4.2 * MM);
}

/** How many rows must follow the head: two, and one more when the first is a band. */
function startOf(rows: readonly Cells[]): number {
  return rows[0]?.band ? 3 : 2;
}

function mustBreak(flow: Flow, table: Table, i: number, onPage: number): boolean {
  const row = table.rows[i];
  const next = table.rows[i + 1];
  if (!row) return false;
  if (row.height > flow.room()) return true;
  if (!next) return false;
  const both = row.height + next.height > flow.room();
  if (row.band) return both && next.height < flow.paper.bottom - page.top - row.height;
  // The last row alone under a repeated head would read as lost: take one more along.
  const whole = flow.paper.bottom - page.top;
  return both && i === table.rows.length - 2 && onPage > 2 && next.height < whole / 2 && row.height < whole / 8;
}

function measure(flow: Flow, block: TableBlock): Table {
  const pad = (block.tight ? 0.8 : 1.25) * MM;
  const headed = block.columns.some((column) => column.head !== undefined);
  const head = headed
    ? size(
        block.columns.map((column, i) =>
          flow.clip(column.head ?? "", styles.head, widthAt(block.columns, i), MOST_HEAD),
        ),
        pad,
        9.5,
      )
    : null;
  const rows = block.rows.map((row) => measureRow(flow, block.columns, row, pad));
  return { columns: block.columns, head, rows, pad, part: new Part("Table") };
}

function measureRow(flow: Flow, columns: readonly Column[], row: Row, pad: number): Cells {
  if ("band" in row) {
    const lines = flow.wrap(row.band, styles.cellBold, page.full - BAND_INDENT * 2);
    return { ...size([lines], pad, styles.cell.lead), band: true };
  }
  return size(
    row.cells.map((cell, i) => flow.wrap(cell, styles.cell, widthAt(columns, i))),
    pad,
    styles.cell.lead,
  );
}

function size(cells: (readonly Line[])[], pad: number, lead: number): Cells {
  const most = cells.reduce((max, lines) => Math.max(max, lines.length), 1);
  return { band: false, cells, height: most * lead + pad * 2 };
}

function widthAt(columns: readonly Column[], i: number): number {
  const mm = columns[i]?.mm ?? 20;
  return i === columns.length - 1 ? mm * MM : mm * MM - GUTTER;
}

/** The head where the table begins: it is read once. */
function drawHead(flow: Flow, table: Table): void {
  if (!table.head) return;
  const row = table.part.add("TR");
  openTable(
    flow,
    table,
    table.head.cells.map(() => row.add("TH", { scope: "Column" })),
  );
}

/** Where a table goes on, its head is repeated for the eye alone. */
function reopenTable(flow: Flow, table: Table): void {
  flow.adorn(() => openTable(flow, table, []));
}

function openTable(flow: Flow, table: Table, parts: readonly Part[]): void {
  if (!table.head) return;
  flow.draw({ t: "rule", x1: page.left, x2: page.right, y: flow.y, width: 0.8 });
  const most = table.head.cells.reduce((max, lines) => Math.max(max, lines.length), 0);
  let x: number = page.left;
  table.head.cells.forEach((lines, i) => {
    const lift = (most - lines.length) * styles.head.lead;
    flow.within(parts[i] ?? table.part, () => flow.lines(lines, styles.head, x, flow.y + table.pad + lift));
    x += (table.columns[i]?.mm ?? 0) * MM;
  });
  flow.y += table.head.height;
  flow.draw({ t: "rule", x1: page.left, x2: page.right, y: flow.y, width: 0.5 });
}

function closeTable(flow: Flow): void {
  flow.draw({ t: "rule", x1: page.left, x2: page.right, y: flow.y, width: 0.8 });
}

function drawRow(flow: Flow, table: Table, row: Cells, first: boolean): void {
  let rest: Cells = { ...row, parts: partsOf(table, row) };
  while (rest.height > flow.paper.bottom - flow.y) rest = drawPart(flow, table, rest, first);
  drawWhole(flow, table, rest, first);
}

/** A table of two columns with no head is a list of names and values: its first column is the head of its rows. */
function partsOf(table: Table, row: Cells): Part[] {
  const part = table.part.add("TR");
  if (row.band) return [part.add("TH", { scope: "Row", columns: table.columns.length })];
  const named = !table.head && table.columns.length === 2;
  return row.cells.map((_, i) => (named && i === 0 ? part.add("TH", { scope: "Row" }) : part.add("TD")));
}

function drawWhole(flow: Flow, table: Table, row: Cells, first: boolean): void {
  if (row.band) {
    flow.draw({ t: "rect", x: page.left, y: flow.y, w: page.full, h: row.height, fill: 0.93 });
  }
  if (!first) {
    flow.draw({ t: "rule", x1: page.left, x2: page.right, y: flow.y, width: 0.25, gray: 0.47 });
  }
  let x = page.left + (row.band ? BAND_INDENT : 0);
  row.cells.forEach((lines, i) => {
    const style = row.band ? styles.cellBold : styles.cell;
    flow.within(row.parts?.[i] ?? table.part, () => flow.lines(lines, style, x, flow.y + table.pad));
    x += (table.columns[i]?.mm ?? 0) * MM;
  });
  flow.y += row.height;
}

/** A row taller than a page is the one row that is cut: between lines, with the head repeated. */
function drawPart(flow: Flow, table: Table, row: Cells, first: boolean): Cells {
  const lead = styles.cell.lead;
  const fits = Math.max(1, Math.floor((flow.paper.bottom - flow.y - table.pad * 2) / lead));
  const now = size(
    row.cells.map((lines) => lines.slice(0, fits)),
    table.pad,
    lead,
  );
  const kept = { band: row.band, ...(row.parts ? { parts: row.parts } : {}) };
  drawWhole(flow, table, { ...now, ...kept }, first);
  closeTable(flow);
  flow.newPage();
  reopenTable(flow, table);
  return {
    ...size(
      row.cells.map((lines) => lines.slice(fits)),
      table.pad,
      lead,
    ),
    ...kept,
  };
}
