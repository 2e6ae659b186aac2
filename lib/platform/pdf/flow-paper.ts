import { plainAtoms } from "./atoms";
import type { Block } from "./blocks";
import type { Flow, Sheet } from "./flow";
import { type Line, widthOf } from "./lines";
import { baseline, MM, page, styles } from "./style";

type Of<K extends Block["b"]> = Extract<Block, { b: K }>;

const INDENT = 10 * MM;
const STAMP = { w: 58 * MM, h: 44 * MM };
const LINE = 11 * MM;
const MOST_LABEL = 4;
/** As long as a word can be from corner to corner. */
const WATERMARK = 235 * MM;

/** The title of a paper: smaller than a cover's, with a rule under it. */
export function flowPaperTitle(flow: Flow, block: Of<"paperTitle">): void {
  flow.before(2 * MM);
  const lines = flow.wrap(block.text, styles.paperTitle, page.full);
  flow.heading(1, () => flow.flowLines(lines, styles.paperTitle, page.left));
  flow.y += 2 * MM;
  flow.draw({ t: "rule", x1: page.left, x2: page.right, y: flow.y, width: 1.4 });
  flow.after(6 * MM);
}

/** A heading inside a paper; never the last thing on a page. */
export function flowPaperHeading(flow: Flow, block: Of<"paperHeading">): void {
  const lines = flow.wrap(block.title, styles.paperHeading, page.full);
  flow.before(5 * MM);
  // As much as the start of a table or of a short paragraph needs: a heading is never the last thing on a page.
  flow.need(Math.min(lines.length * styles.paperHeading.lead + 30 * MM, flow.paper.bottom - page.top));
  flow.enter({ level: 1, no: "", title: block.title, anchor: block.anchor });
  flow.heading(2, () => flow.flowLines(lines, styles.paperHeading, page.left));
  flow.after(2 * MM);
}

/** Running text over the whole width, as in a letter. */
export function flowText(flow: Flow, block: Of<"text">): void {
  flow.before();
  flow.inside("P", () => flow.flowLines(flow.wrap(block.text, styles.paper, page.full), styles.paper, page.left));
  flow.after(2.8 * MM);
}

/** A numbered paragraph without a source next to it, as a witness writes. */
export function flowItem(flow: Flow, block: Of<"item">): void {
  const lines = flow.wrap(block.text, styles.paper, page.full - INDENT);
  flow.before();
  flow.need(Math.min(lines.length, lines.length <= 3 ? 3 : 2) * styles.paper.lead);
  flow.list ??= flow.part().add("L");
  const item = flow.list.add("LI");
  flow.within(item.add("Lbl"), () =>
    flow.label(block.no, styles.paper, page.left, flow.y + baseline(styles.paper), { most: INDENT - 1 * MM }),
  );
  flow.within(item.add("LBody"), () => flow.flowLines(lines, styles.paper, page.left + INDENT));
  flow.after(2.8 * MM);
}

/** Measures its blocks on a scratch sheet, and starts a new page if they would be split. */
export function flowKeep(flow: Flow, block: Of<"keep">, draw: (flow: Flow, block: Block) => void): void {
  const trial = flow.trial();
  trial.sheet();
  // Not at the top of its page, where the space above the first block would be dropped.
  trial.y += 1;
  const start = trial.y;
  for (const inner of block.blocks) draw(trial, inner);
  const drawAll = () => {
    for (const inner of block.blocks) draw(flow, inner);
  };
  if (trial.sheets.length > 1) {
    drawAll();
    return;
  }
  flow.before();
  flow.need(trial.y - start);
  flow.whole(drawAll);
}

/** The questions of an oath, then lines for handwriting, with space for a stamp if one is set. */
export function flowOath(flow: Flow, block: Of<"oath">): void {
  for (const line of block.lines) flowText(flow, { b: "text", text: line });
  flow.before(2 * MM);
  const width = page.full - STAMP.w - 8 * MM;
  const blanks = block.blanks.map((label) => flow.clip(label, styles.label, width, MOST_LABEL));
  const heights = blanks.map((lines) => LINE + 1 + lines.length * styles.label.lead + 1.5 * MM);
  const all = heights.reduce((sum, height) => sum + height, 0);
  flow.need(Math.min(Math.max(all, block.stamp ? STAMP.h : 0), flow.paper.bottom - page.top));
  const top = flow.y;
  const sheet = flow.sheet();
  if (block.stamp) drawRoomForStamp(flow, block.stamp);
  blanks.forEach((lines, i) => {
    flow.need(heights[i] ?? 0);
    drawBlank(flow, lines, width);
  });
  if (block.stamp && flow.sheet() === sheet) flow.y = Math.max(flow.y, top + STAMP.h);
  flow.after(5 * MM);
}

function drawRoomForStamp(flow: Flow, label: string): void {
  const x = page.right - STAMP.w;
  flow.draw({ t: "rect", x, y: flow.y, w: STAMP.w, h: STAMP.h, width: 0.6 });
  const most = STAMP.w - 4.8 * MM;
  flow.inside("P", () => flow.label(label, styles.label, x + 2.4 * MM, flow.y + 11, { most }));
}

function drawBlank(flow: Flow, lines: readonly Line[], width: number): void {
  const bottom = flow.y + LINE;
  flow.draw({ t: "rule", x1: page.left, x2: page.left + width, y: bottom, width: 0.5 });
  flow.y = flow.inside("P", () => flow.lines(lines, styles.label, page.left, bottom + 1)) + 1.5 * MM;
}

/** Under the foot of the page: `Initials: deponent ____`. */
export function drawInitials(pen: Flow, names: readonly string[]): void {
  const base = pen.paper.height - 5.2 * MM;
  let x: number = page.right;
  for (const name of names.toReversed()) {
    pen.draw({ t: "rule", x1: x - 20 * MM, x2: x, y: base + 1, width: 0.5 });
    x -= 21.5 * MM;
    x -= pen.label(name, styles.running, x, base, { anchor: "end", most: 34 * MM }) + 5 * MM;
  }
  pen.label("Initials on every page", styles.running, page.left, base, { most: 34 * MM });
}

/**
 * One grey word across the page, drawn first so that all text is on top of it. A picture would hide it, so its outline
 * is drawn over the picture as well: archives forbid transparency in the file.
 */
export function drawWatermark(flow: Flow, sheet: Sheet, word: string): void {
  const degrees = 54;
  const angle = (degrees * Math.PI) / 180;
  const whole = widthOf(plainAtoms(word, styles.watermark, flow.book));
  const size = styles.watermark.size * Math.min(1, WATERMARK / whole);
  const atoms = plainAtoms(word, { ...styles.watermark, size }, flow.book);
  const half = widthOf(atoms) / 2;
  const rise = size * 0.35;
  const x = flow.paper.width / 2 - half * Math.cos(angle) + rise * Math.sin(angle);
  const y = flow.paper.height / 2 + half * Math.sin(angle) + rise * Math.cos(angle);
  sheet.ops.unshift({ t: "stamp", atoms, x, y, degrees, gray: 0.9 });
  if (sheet.ops.some((op) => op.t === "image")) {
    sheet.ops.push({ t: "stamp", atoms, x, y, degrees, gray: 0.7, outline: true });
  }
}
