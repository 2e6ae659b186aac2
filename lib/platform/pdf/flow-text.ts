import type { Block, BoxLine } from "./blocks";
import type { Flow } from "./flow";
import type { Line } from "./lines";
import { Part } from "./structure";
import { baseline, MM, page, styles, type TextStyle } from "./style";

type Of<K extends Block["b"]> = Extract<Block, { b: K }>;

export function flowKicker(flow: Flow, block: Of<"kicker">): void {
  flow.sheet();
  flow.inside("P", () => flow.label(block.text, styles.kicker, page.left, flow.y + 6.5));
  flow.y += 6.8 * MM;
}

export function flowTitle(flow: Flow, block: Of<"title">): void {
  flow.sheet();
  if (block.anchor) flow.enter({ level: 1, no: "", title: block.text.replaceAll("\n", " "), anchor: block.anchor });
  flow.draw({ t: "rule", x1: page.left, x2: page.right, y: flow.y, width: 3 });
  flow.y += 5.2 * MM;
  const style = block.small ? styles.titleSmall : styles.title;
  const lines = flow.wrap(block.text, style, page.full);
  flow.heading(1, () => flow.flowLines(lines, style, page.left));
  flow.y += 2.2 * MM;
}

export function flowLead(flow: Flow, block: Of<"lead">): void {
  const lines = flow.wrap(block.text, styles.line, page.full);
  flow.inside("P", () => flow.flowLines(lines, styles.line, page.left));
  flow.after(7.5 * MM);
}

export function flowH1(flow: Flow, block: Of<"h1">): void {
  const indent = block.no ? 14 * MM : 0;
  const lines = flow.wrap(block.title, styles.h1, page.full - indent);
  flow.before(10 * MM);
  flow.need(lines.length * styles.h1.lead + 45 * MM);
  flow.openSect();
  flow.setSection(block.short);
  flow.enter({ level: 1, no: block.no, title: block.title, anchor: block.anchor });
  flow.heading(1, () => {
    if (block.no) flow.label(block.no, styles.h1, page.left, flow.y + baseline(styles.h1), { most: indent - 1 });
    flow.flowLines(lines, styles.h1, page.left + indent);
  });
  flow.after(6 * MM);
}

export function flowH2(flow: Flow, block: Of<"h2">): void {
  flow.before(5 * MM);
  flow.need(30 * MM);
  flow.enter({ level: 2, no: block.no, title: block.title, anchor: block.anchor });
  const lines = flow.wrap(block.title, styles.h2, page.full - 14 * MM);
  flow.heading(2, () => {
    flow.label(block.no, styles.h2, page.left, flow.y + baseline(styles.h2), { most: 13 * MM });
    flow.flowLines(lines, styles.h2, page.left + 14 * MM);
  });
  flow.after(1.8 * MM);
}

export function flowH3(flow: Flow, block: Of<"h3">): void {
  flow.before(3.5 * MM);
  flow.need(28 * MM);
  const lines = flow.wrap(block.title, styles.h3, page.full);
  flow.heading(3, () => flow.flowLines(lines, styles.h3, page.left));
  flow.after(1 * MM);
}

/**
 * A numbered paragraph with its source next to it.
 * @throws Error if the source column would be empty
 */
export function flowPara(flow: Flow, block: Of<"para">): void {
  if (block.aside.length === 0) throw new Error("a paragraph has no source");
  const body = styles.body;
  const aside = flow.wrap(block.aside, styles.source, page.sourceWidth);
  if (!aside.some((line) => line.atoms.some((atom) => atom.t !== "space")))
    throw new Error("a paragraph has no source");
  const lines = flow.wrap(block.text, body, page.text);
  flow.before();
  flow.paragraph = block.no ?? flow.paragraph + 1;
  const start = Math.min(lines.length, lines.length <= 4 ? 4 : 2) * body.lead;
  flow.need(Math.min(Math.max(start, aside.length * styles.source.lead), flow.paper.bottom - page.top));
  const part = flow.part().add("P");
  flow.within(part.add("Span"), () =>
    flow.label(String(flow.paragraph), styles.number, page.number, flow.y + baseline(body), { anchor: "end" }),
  );
  // Drawn first, since it is next to the first line; read last, as a note to the paragraph.
  const note = new Part("Span");
  drawBeside(flow, { lines, part }, { lines: aside, part: note });
  part.kids.push(note);
  flow.after(2.4 * MM);
}

type Column = { lines: readonly Line[]; part: Part };

/** Text and its source side by side, over as many pages as the longer of them needs. */
function drawBeside(flow: Flow, text: Column, source: Column): void {
  const body = styles.body;
  const small = styles.source;
  const shift = baseline(body) - baseline(small);
  let [lines, aside] = [text.lines, source.lines];
  for (;;) {
    const top = flow.y;
    const asides = aside.slice(0, Math.floor((flow.room() - shift + 0.01) / small.lead));
    const asideEnd = flow.within(source.part, () => flow.lines(asides, small, page.source, top + shift));
    const fits = Math.floor((flow.room() + 0.01) / body.lead);
    const take = fits >= lines.length ? lines.length : Math.max(1, Math.min(fits, lines.length - 2));
    const now = lines.slice(0, take);
    flow.y = flow.within(text.part, () => flow.lines(now, body, page.left, top));
    if (asides.length > 0) flow.y = Math.max(flow.y, asideEnd);
    lines = lines.slice(take);
    aside = aside.slice(asides.length);
    if (lines.length === 0 && aside.length === 0) return;
    flow.newPage();
  }
}

/** Unnumbered small print: it says how to read the page, and states no fact of the case. */
export function flowNote(flow: Flow, block: Of<"note">): void {
  const lines = flow.wrap(block.text, styles.caption, page.full);
  flow.before();
  flow.need(Math.min(lines.length, 6) * styles.caption.lead);
  flow.inside("P", () => {
    for (const line of lines) {
      flow.need(styles.caption.lead);
      flow.y = flow.lines([line], styles.caption, page.left, flow.y);
    }
  });
  flow.after(2.4 * MM);
}

export function flowProse(flow: Flow, block: Of<"prose">): void {
  const style = styles.prose;
  const lines = flow.wrap(block.text, style, page.full);
  flow.before();
  flow.need(Math.min(lines.length, 3) * style.lead);
  flow.inside("P", () => {
    for (const line of lines) {
      flow.need(style.lead);
      flow.y = flow.lines([line], style, page.left, flow.y);
    }
  });
  flow.after(2 * MM);
}

/** Text in a frame. What no page can hold goes on in a frame on the next one. */
export function flowBox(flow: Flow, block: Of<"box">): void {
  const inset = 4.5 * MM;
  const pad = 3.6 * MM;
  const gap = 1.6 * MM;
  const part = flow.part().add("Div");
  const lines = block.lines.flatMap((boxLine) => {
    const style = boxStyle(boxLine);
    const p = part.add("P");
    return flow
      .wrap(boxLine.text, style, page.full - inset * 2)
      .map((line, i) => ({ line, style, part: p, above: i === 0 ? gap : 0 }));
  });
  const inner = lines.reduce((sum, line) => sum + line.style.lead + line.above, -gap);
  flow.before();
  flow.need(Math.min(inner + pad * 2, flow.paper.bottom - page.top));
  for (let at = 0; at < lines.length; ) {
    if (at > 0) flow.newPage();
    const top = flow.y;
    let y = top + pad;
    for (let first = true; at < lines.length; at++, first = false) {
      const line = lines[at];
      const above = first ? 0 : (line?.above ?? 0);
      if (!line || (!first && y + above + line.style.lead > flow.paper.bottom - pad + 0.01)) break;
      const from = y + above;
      y = flow.within(line.part, () => flow.lines([line.line], line.style, page.left + inset, from));
    }
    flow.draw({ t: "rect", x: page.left, y: top, w: page.full, h: y + pad - top, width: block.rule });
    flow.y = y + pad;
  }
  flow.after(4.5 * MM);
}

function boxStyle(line: BoxLine): TextStyle {
  if (line.as === "notice") return styles.notice;
  return line.as === "body" ? styles.body : styles.cell;
}
