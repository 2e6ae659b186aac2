import type { Block, Field } from "./blocks";
import type { Flow } from "./flow";
import { MM, page, styles } from "./style";

type Of<K extends Block["b"]> = Extract<Block, { b: K }>;

const FIELD = 11 * MM;
const GAP = 8 * MM;
const LINE = 7.4 * MM;

/** Ruled fields with a small label above, one or two to a row. A value that is known is printed on the line. */
export function flowFields(flow: Flow, block: Of<"fields">): void {
  flow.before();
  flow.need(Math.min(block.rows.length, 2) * FIELD);
  for (const row of block.rows) {
    flow.need(FIELD);
    const width = row.length === 1 ? page.full : (page.full - GAP) / 2;
    row.forEach((field, i) => {
      flow.inside("P", () => drawField(flow, field, page.left + i * (width + GAP), width));
    });
    flow.y += FIELD;
  }
  flow.after(4 * MM);
}

function drawField(flow: Flow, field: Field, x: number, width: number): void {
  const bottom = flow.y + FIELD;
  flow.label(field.label, styles.label, x, flow.y + 8.5, { most: width });
  flow.draw({ t: "rule", x1: x, x2: x + width, y: bottom, width: 0.5 });
  if (field.value === undefined) return;
  const lines = flow.clip(field.value, styles.cell, width, 1);
  flow.lines(lines, styles.cell, x, bottom - styles.cell.lead - 1.5);
}

export function flowFreeLines(flow: Flow, block: Of<"freeLines">): void {
  flow.before();
  flow.need(Math.min(block.count * LINE + (block.label ? styles.label.lead : 0), flow.paper.bottom - page.top));
  if (block.label) {
    const lines = flow.wrap(block.label, styles.label, page.full);
    flow.inside("P", () => flow.flowLines(lines, styles.label, page.left));
  }
  for (let i = 0; i < block.count; i++) {
    flow.need(LINE);
    flow.y += LINE;
    flow.draw({ t: "rule", x1: page.left, x2: page.right, y: flow.y, width: 0.5 });
  }
  flow.after(4.4 * MM);
}

/**
 * A machine-readable code at the left, as filled squares without a picture; the words next to it say what it contains.
 */
export function flowCode(flow: Flow, block: Of<"code">): void {
  const side = block.mm * MM;
  const module = side / block.rows.length;
  // A reader of the code needs four light modules around it.
  const x = page.left + module * 4;
  const quiet = module * 4;
  flow.before();
  flow.need(side + quiet * 2);
  const top = flow.y + quiet;
  block.rows.forEach((row, r) => {
    for (const { from, length } of darkRuns(row)) {
      flow.draw({ t: "rect", x: x + from * module, y: top + r * module, w: length * module, h: module, fill: 0 });
    }
  });
  const left = x + side + quiet + 2 * MM;
  const lines = flow.wrap(block.text, styles.cell, page.right - left);
  flow.inside("P", () => flow.lines(lines, styles.cell, left, top));
  flow.y = Math.max(top + side + quiet, top + lines.length * styles.cell.lead);
  flow.after(2 * MM);
}

function darkRuns(row: readonly boolean[]): { from: number; length: number }[] {
  return [...row.map(Number).join("").matchAll(/1+/g)].map((run) => ({ from: run.index, length: run[0].length }));
}

/** An empty frame at the right, as for a stamp. */
export function flowFrame(flow: Flow, block: Of<"frame">): void {
  const w = block.mm[0] * MM;
  const h = block.mm[1] * MM;
  flow.before();
  flow.need(h);
  flow.draw({ t: "rect", x: page.right - w, y: flow.y, w, h, width: 1 });
  flow.inside("P", () =>
    flow.label(block.label, styles.label, page.right - w + 2.4 * MM, flow.y + 11, { most: w - 4.8 * MM }),
  );
  flow.y += h;
  flow.after(4 * MM);
}
