import type { Atom } from "./atoms";
import { hex4, utf16 } from "./embed-face";
import type { Op } from "./flow";
import type { Face, GlyphRun } from "./font-book";
import { codeOf, type UsedFace } from "./glyph-codes";
import { MM, type Paper, styles } from "./style";

/** Names that a page uses for its faces and images. */
export type Names = {
  face: (face: Face) => UsedFace;
  /** The matrix turns the image upright in its unit square. */
  image: (key: string) => { name: string; matrix: readonly number[] };
};

/** What text is drawn on, and with. */
type Drawn = { paper: Paper; names: Names };

/** The content of one page as PDF operators. */
export function contentOf(ops: readonly Op[], paper: Paper, names: Names): string {
  const out: string[] = [];
  let open = "";
  for (const op of ops) {
    const mark = markOf(op);
    if (mark !== open) {
      if (open) out.push("EMC");
      out.push(mark);
      open = mark;
    }
    out.push(operatorOf(op, paper, names));
  }
  if (open) out.push("EMC");
  return out.join("\n");
}

/** Every drawing says which part of the document it is, or that it only adorns the page. */
function markOf({ mark }: Op): string {
  if (mark === undefined) return "/Artifact BMC";
  if (mark === "running") return "/Artifact <</Type /Pagination>> BDC";
  return `/${mark.tag} <</MCID ${mark.number}>> BDC`;
}

function operatorOf(op: Op, paper: Paper, names: Names): string {
  if (op.t === "rule") return rule(op, paper);
  if (op.t === "rect") return rect(op, paper);
  if (op.t === "image") return image(op, paper, names);
  if (op.t === "stamp") return stamp(op, paper, names);
  if (op.t === "path") return path(op, paper);
  return atoms(op.atoms, op.x, op.y, { paper, names });
}

function image(op: Extract<Op, { t: "image" }>, paper: Paper, names: Names): string {
  const { name, matrix } = names.image(op.key);
  const turned = matrix.join(" ") === "1 0 0 1 0 0" ? "" : `${matrix.join(" ")} cm `;
  return `q ${n(op.w)} 0 0 ${n(op.h)} ${n(op.x)} ${n(paper.height - op.y - op.h)} cm ${turned}/${name} Do Q`;
}

function stamp(op: Extract<Op, { t: "stamp" }>, paper: Paper, names: Names): string {
  const angle = (op.degrees * Math.PI) / 180;
  const cos = n(Math.cos(angle));
  const sin = n(Math.sin(angle));
  // The text is drawn at the corner of a page that was moved and turned.
  const ink = op.outline ? `1 Tr 1.5 w ${op.gray} G` : `${op.gray} g`;
  return `q ${ink} ${cos} ${sin} ${n(-Math.sin(angle))} ${cos} ${n(op.x)} ${n(paper.height - op.y)} cm ${atoms(op.atoms, 0, paper.height, { paper, names })} Q`;
}

function path(op: Extract<Op, { t: "path" }>, paper: Paper): string {
  const points = (numbers: readonly number[]) =>
    numbers.map((value, i) => n(i % 2 === 0 ? value : paper.height - value)).join(" ");
  const outline = op.segments.map(([letter, ...numbers]) =>
    letter === "Z" ? "h" : `${points(numbers)} ${letter.toLowerCase()}`,
  );
  const fill = op.fill === undefined ? "" : `${op.fill} g `;
  const dash = op.line?.dash ? `[${op.line.dash.join(" ")}] 0 d 1 J ` : "";
  const line = op.line ? `${n(op.line.width)} w ${op.line.gray} G ${dash}` : "";
  const paint = op.fill === undefined ? "S" : op.line ? "B" : "f";
  return `q ${fill}${line}${outline.join(" ")} ${paint} Q`;
}

function rule(op: Extract<Op, { t: "rule" }>, paper: Paper): string {
  const y = n(paper.height - op.y);
  const dash = op.dash ? "[0.5 2.2] 0 d " : "";
  return `q ${n(op.width)} w ${op.gray ?? 0} G ${dash}${n(op.x1)} ${y} m ${n(op.x2)} ${y} l S Q`;
}

function rect(op: Extract<Op, { t: "rect" }>, paper: Paper): string {
  const half = (op.width ?? 0) / 2;
  const box = (inset: number) =>
    `${n(op.x + inset)} ${n(paper.height - op.y - op.h + inset)} ${n(op.w - inset * 2)} ${n(op.h - inset * 2)} re`;
  const fill = op.fill === undefined ? "" : `q ${op.fill} g ${box(0)} f Q`;
  // The line is drawn inside the box, so that a thick one does not extend over the margin.
  const stroke = op.width === undefined ? "" : `q ${n(op.width)} w 0 G ${box(half)} S Q`;
  return [fill, stroke].filter(Boolean).join("\n");
}

function atoms(list: readonly Atom[], x: number, y: number, on: Drawn): string {
  const out: string[] = [];
  let at = x;
  for (const group of grouped(list)) {
    const first = group[0];
    if (!first) continue;
    if (first.t === "run" || first.t === "space") out.push(textRun(group, at, y, on));
    else out.push(shape(first, at, y, on));
    at += group.reduce((sum, atom) => sum + atom.width, 0);
  }
  return out.filter(Boolean).join("\n");
}

/** Neighbours in one face and size become one text object, spaces included. */
function grouped(list: readonly Atom[]): Atom[][] {
  const groups: Atom[][] = [];
  for (const atom of list) {
    const last = groups.at(-1)?.at(-1);
    if (last && joins(last, atom)) groups.at(-1)?.push(atom);
    else groups.push([atom]);
  }
  return groups;
}

function joins(a: Atom, b: Atom): boolean {
  if ((a.t !== "run" && a.t !== "space") || (b.t !== "run" && b.t !== "space")) return false;
  return a.run !== null && b.run !== null && a.run.face === b.run.face && a.size === b.size && a.level === b.level;
}

function textRun(group: readonly Atom[], x: number, y: number, { paper, names }: Drawn): string {
  const runs = group.flatMap((atom) => ((atom.t === "run" || atom.t === "space") && atom.run ? [atom.run] : []));
  const first = group[0];
  const face = runs[0]?.face;
  if (!face || !first || !("size" in first)) return "";
  const used = names.face(face);
  return `BT /${used.name} ${n(first.size)} Tf ${n(x)} ${n(paper.height - y)} Td ${show(runs, first.size, used)} ET`;
}

/** Runs one after another; what a reader could not put in order by itself carries its text. */
function show(runs: readonly GlyphRun[], size: number, used: UsedFace): string {
  const parts: string[] = [];
  let plain: GlyphRun[] = [];
  const endPlain = () => {
    if (plain.length > 0) parts.push(glyphs(plain, size, used));
    plain = [];
  };
  for (const run of runs) {
    if (!run.reordered) plain.push(run);
    else {
      endPlain();
      parts.push(`/Span <</ActualText <FEFF${utf16(run.text)}>>> BDC ${glyphs([run], size, used)} EMC`);
    }
  }
  endPlain();
  return parts.join(" ");
}

/** Glyphs with their kerning; a mark that sits higher or lower is raised by itself. */
/** One run after another. Simple runs are the same everywhere and are serialised once. */
function glyphs(runs: readonly GlyphRun[], size: number, used: UsedFace): string {
  if (runs.every(isLevel)) return `[${runs.map((run) => writingOf(run, used)).join("")}] TJ`;
  return raised(runs, size, used);
}

function isLevel(run: GlyphRun): boolean {
  return run.glyphs.every((glyph) => glyph.dy === 0 && (glyph.text !== "" || !run.rtl));
}

function writingOf(run: GlyphRun, used: UsedFace): string {
  const known = used.writings.get(run);
  if (known !== undefined) return known;
  let text = "";
  let open = false;
  const move = (thousandths: number) => {
    if (Math.abs(thousandths) < 0.5) return;
    text += `${open ? ">" : ""} ${n(-thousandths)} `;
    open = false;
  };
  for (const glyph of run.glyphs) {
    move(glyph.dx);
    text += `${open ? "" : "<"}${hex4(codeOf(used, glyph))}`;
    open = true;
    move(glyph.advance - glyph.width - glyph.dx);
  }
  if (open) text += ">";
  used.writings.set(run, text);
  return text;
}

function raised(runs: readonly GlyphRun[], size: number, used: UsedFace): string {
  const parts: string[] = [];
  let array = "";
  let hex = "";
  let rise = 0;
  const endHex = () => {
    if (hex) array += `<${hex}>`;
    hex = "";
  };
  const endArray = () => {
    endHex();
    if (array) parts.push(`[${array}] TJ`);
    array = "";
  };
  const move = (thousandths: number) => {
    if (Math.abs(thousandths) < 0.5) return;
    endHex();
    array += ` ${n(-thousandths)} `;
  };
  for (const glyph of runs.flatMap((run) => run.glyphs)) {
    if (glyph.dy !== rise) {
      endArray();
      rise = glyph.dy;
      parts.push(`${n((rise * size) / 1000)} Ts`);
    }
    // The dot of a letter, for example: the letter has its text already, and copying must not yield a second character.
    const silent = glyph.text === "" && runs.some((run) => run.rtl);
    if (silent) {
      endArray();
      parts.push("/Span <</ActualText <FEFF>>> BDC");
    }
    move(glyph.dx);
    hex += hex4(codeOf(used, glyph));
    move(glyph.advance - glyph.width - glyph.dx);
    if (silent) {
      endArray();
      parts.push("EMC");
    }
  }
  endArray();
  if (rise !== 0) parts.push("0 Ts");
  return parts.join(" ");
}

function shape(atom: Atom, x: number, y: number, on: Drawn): string {
  if (atom.t === "blank") return rule({ t: "rule", x1: x, x2: x + atom.width, y: y + 2, width: 0.5 }, on.paper);
  if (atom.t === "check")
    return rect({ t: "rect", x: x + 0.3, y: y - 2.5 * MM, w: 3 * MM, h: 3 * MM, width: 0.6 }, on.paper);
  if (atom.t !== "mark") return "";
  const box = { t: "rect" as const, x: x + 1.4, y: y - 5.9, w: atom.width - 2.8, h: styles.mark.lead };
  const frame = rect(atom.dark ? { ...box, fill: 0, width: 0.45 } : { ...box, width: 0.45 }, on.paper);
  const run = { t: "run" as const, run: atom.run, size: atom.size, width: atom.width, level: 0 };
  const text = textRun([run], x + 3.1, y - 0.2, on);
  return `${frame}\nq ${atom.dark ? "1 g" : "0 g"} ${text} Q`;
}

/** A number as PDF writes it: at most three decimals, never an exponent. */
function n(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
