import type { ReactNode } from "react";
import type { Chart, Mark, Segment } from "@/lib/platform/charts/marks";

type ChartFigureProps = {
  id: string;
  /** The same chart for a wide screen and paper, and for a phone: one of them shows. Without the second the first does. */
  wide: Chart;
  narrow?: Chart;
  /** The table with the same data, or the words that say where it is. */
  children?: ReactNode;
};

/** A chart drawn on the server, with its title and what it shows in words. Colours are those of the page. */
export function ChartFigure({ id, wide, narrow, children }: ChartFigureProps) {
  return (
    <figure className="figure">
      <Drawing id={`${id}-wide`} chart={wide} className={narrow ? "figure__wide" : ""} />
      {narrow ? <Drawing id={`${id}-narrow`} chart={narrow} className="figure__narrow" /> : null}
      {children ? <figcaption className="figure__words">{children}</figcaption> : null}
    </figure>
  );
}

function Drawing({ id, chart, className }: { id: string; chart: Chart; className: string }) {
  const { title, about, width, height, text, marks } = chart;
  return (
    <svg
      className={`drawing ${className}`}
      viewBox={`0 0 ${width} ${round(height)}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-about`}
      fontSize={text}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-about`}>{about}</desc>
      {marks.map((mark, at) => (
        <DrawnMark key={at} mark={mark} />
      ))}
    </svg>
  );
}

function DrawnMark({ mark }: { mark: Mark }) {
  if (mark.m === "path") {
    return <path className={`fill-${mark.fill} line-${mark.look ?? "none"}`} d={pathOf(mark.segments)} />;
  }
  return (
    <text x={round(mark.x)} y={round(mark.y)} textAnchor={mark.anchor} className={`text-${mark.look}`}>
      {mark.text}
    </text>
  );
}

function pathOf(segments: readonly Segment[]): string {
  return segments.map(([letter, ...numbers]) => `${letter}${numbers.map(round).join(" ")}`).join("");
}

const round = (value: number): number => Math.round(value * 10) / 10;
