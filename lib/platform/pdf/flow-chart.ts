import type { Fill, Look, Mark, Segment } from "../charts/marks";
import type { Block } from "./blocks";
import type { Flow, Shape } from "./flow";
import { MM, page, styles } from "./style";

type Path = Extract<Shape, { t: "path" }>;

const fills: Record<Exclude<Fill, "hatch">, number | undefined> = {
  strong: 0.25,
  light: 0.88,
  paper: 1,
  none: undefined,
};

const lines: Record<Look, NonNullable<Path["line"]>> = {
  axis: { width: 0.6, gray: 0 },
  grid: { width: 0.3, gray: 0.75 },
  outline: { width: 0.5, gray: 0 },
  solid: { width: 1.1, gray: 0 },
  dashed: { width: 0.8, gray: 0, dash: [3.5, 2.5] },
  dotted: { width: 1.1, gray: 0, dash: [0.1, 2.6] },
  now: { width: 1.6, gray: 0 },
  hatch: { width: 0.45, gray: 0.2 },
};

/** A chart in lines and text over the whole width, and its caption; never split from each other. */
export function flowChart(flow: Flow, { chart, caption }: Extract<Block, { b: "chart" }>): void {
  const words = flow.wrap(caption, styles.caption, page.full);
  const scale = page.full / chart.width;
  const high = chart.height * scale;
  flow.before(2 * MM);
  flow.need(high + 1.5 * MM + words.length * styles.caption.lead);
  const top = flow.y;
  const low = flow.paper.height - top - high;
  const alt = `${chart.title}. ${chart.about}`;
  const draw = () => {
    for (const mark of chart.marks) drawMark(flow, mark, { scale, top });
  };
  flow.inside("Figure", draw, { alt, box: [page.left, low, page.right, low + high] });
  flow.y = top + high + 1.5 * MM;
  flow.inside("P", () => flow.flowLines(words, styles.caption, page.left));
  flow.after(4 * MM);
}

type Place = { scale: number; top: number };

function drawMark(flow: Flow, mark: Mark, { scale, top }: Place): void {
  if (mark.m === "text") {
    const style = mark.look === "strong" ? styles.stampBold : styles.label;
    flow.label(mark.text, style, page.left + mark.x * scale, top + mark.y * scale, { anchor: mark.anchor });
    return;
  }
  const segments = mark.segments.map((segment) => moved(segment, { scale, top }));
  const fill = fills[mark.fill];
  flow.draw({
    t: "path",
    segments,
    ...(fill === undefined ? {} : { fill }),
    ...(mark.look ? { line: lines[mark.look] } : {}),
  });
}

function moved([letter, ...numbers]: Segment, { scale, top }: Place): Segment {
  const points = numbers.map((value, i) => (i % 2 === 0 ? page.left : top) + value * scale);
  return [letter, ...points] as unknown as Segment;
}
