import type { Block, BoxLine } from "./blocks";
import type { Flow } from "./flow";
import { Part } from "./structure";
import { baseline, MM, page, styles, type TextStyle } from "./style";

type Of<K extends Block["b"]> = Extract<Block, { b: K }>;

export function flowKicker(flow: Flow, block: Of<"kicker">): void {
  flow.sheet();
  flow.inside("P", () => flow.label(block.text, styles.kicker, page.left, flow.y + 6.5));
  flow.y += 6.8 * MM;
}

export function flowTitle(flow: Flow, block: Of<"title">): void {
  flow.draw({ t: "rule", x1: page.left, x2: page.right, y: flow.y, width: 3 });
  flow.y += 5.2 * MM;
  const style = block.small ? styles.titleSmall : styles.title;
  const lines = flow.wrap(block.text, style, page.full);
  flow.y = flow.heading(1, () => flow.lines(lines, style, page.left, flow.y)) + 2.2 * MM;
}

export function flowLead(flow: Flow, block: Of<"lead">): void {
  const lines = flow.wrap(block.text, styles.line, page.full);
  flow.y = flow.inside("P", () => flow.lines(lines, styles.line, page.left, flow.y));
  flow.after(7.5 * MM);
}

export function flowH1(flow: Flow, block: Of<"h1">): void {
  flow.openSect();
  flow.setSection(block.short);
  flow.enter({ level: 1, no: block.no, title: block.title, anchor: block.anchor });
  const indent = block.no ? 14 * MM : 0;
  const lines = flow.wrap(block.title, styles.h1, page.full - indent);
  flow.y = flow.heading(1, () => {
    if (block.no) flow.label(block.no, styles.h1, page.left, flow.y + baseline(styles.h1));
    return flow.lines(lines, styles.h1, page.left + indent, flow.y);
  });
  flow.after(6 * MM);
}

export function flowH2(flow: Flow, block: Of<"h2">): void {
  flow.before(5 * MM);
  flow.need(30 * MM);
  flow.enter({ level: 2, no: block.no, title: block.title, anchor: block.anchor });
  const lines = flow.wrap(block.title, styles.h2, page.full - 14 * MM);
  flow.y = flow.heading(2, () => {
    flow.label(block.no, styles.h2, page.left, flow.y + baseline(styles.h2));
    return flow.lines(lines, styles.h2, page.left + 14 * MM, flow.y);
  });
  flow.after(1.8 * MM);
}

export function flowH3(flow: Flow, block: Of<"h3">): void {
  flow.before(3.5 * MM);
  flow.need(28 * MM);
  const lines = flow.wrap(block.title, styles.h3, page.full);
  flow.y = flow.heading(3, () => flow.lines(lines, styles.h3, page.left, flow.y));
  flow.after(1 * MM);
}

/**
 * A numbered paragraph with its source beside it.
 * @throws Error when the source column would be empty
 */
export function flowPara(flow: Flow, block: Of<"para">): void {
  if (block.aside.length === 0) throw new Error("a paragraph has no source");
  const body = styles.body;
  const aside = flow.wrap(block.aside, styles.source, page.sourceWidth);
  if (!aside.some((line) => line.atoms.some((atom) => atom.t !== "space")))
    throw new Error("a paragraph has no source");
  let lines = flow.wrap(block.text, body, page.text);
  flow.before();
  flow.paragraph = block.no ?? flow.paragraph + 1;
  flow.need(Math.max(Math.min(lines.length, lines.length <= 4 ? 4 : 2) * body.lead, aside.length * styles.source.lead));
  const shift = baseline(body) - baseline(styles.source);
  const part = flow.part().add("P");
  flow.within(part.add("Span"), () =>
    flow.label(String(flow.paragraph), styles.number, page.number, flow.y + baseline(body), "end"),
  );
  // Drawn first, since it stands beside the first line; read last, as a note to what was said.
  const note = new Part("Span");
  const asideEnd = flow.within(note, () => flow.lines(aside, styles.source, page.source, flow.y + shift));
  while (lines.length > 0) {
    const fits = Math.floor((flow.room() + 0.01) / body.lead);
    const take = fits >= lines.length ? lines.length : Math.max(1, Math.min(fits, lines.length - 2));
    const now = lines.slice(0, take);
    flow.y = flow.within(part, () => flow.lines(now, body, page.left, flow.y));
    lines = lines.slice(take);
    if (lines.length > 0) flow.newPage();
  }
  part.kids.push(note);
  if (asideEnd > flow.y && asideEnd - flow.y < 60) flow.y = asideEnd;
  flow.after(2.4 * MM);
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

export function flowBox(flow: Flow, block: Of<"box">): void {
  const inset = 4.5 * MM;
  const pad = 3.6 * MM;
  const parts = block.lines.map((line) => {
    const style = boxStyle(line);
    return { style, lines: flow.wrap(line.text, style, page.full - inset * 2) };
  });
  const gap = 1.6 * MM;
  const inner = parts.reduce((sum, part) => sum + part.lines.length * part.style.lead + gap, -gap);
  flow.before();
  flow.need(inner + pad * 2);
  const top = flow.y;
  let y = top + pad;
  flow.inside("Div", () => {
    for (const part of parts)
      y = flow.inside("P", () => flow.lines(part.lines, part.style, page.left + inset, y)) + gap;
  });
  flow.draw({ t: "rect", x: page.left, y: top, w: page.full, h: inner + pad * 2, width: block.rule });
  flow.y = top + inner + pad * 2;
  flow.after(4.5 * MM);
}

function boxStyle(line: BoxLine): TextStyle {
  if (line.as === "notice") return styles.notice;
  return line.as === "body" ? styles.body : styles.cell;
}
