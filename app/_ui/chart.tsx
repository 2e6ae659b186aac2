import type { ReactNode } from "react";
import { t } from "@/lib/platform/language/translate";

type Point = { label: string; value: number | null };

type ChartProps = {
  id: string;
  title: string;
  /** In whole sentences: where the same numbers are given in words. */
  about: string;
  points: readonly Point[];
  /** The text about points without a value. */
  hidden: string;
};

const wide = 340;
const line = 44;
const bar = 16;

/**
 * Bars from zero, each below its label so that long labels fit on a phone. Points without a value are summarised in one
 * line.
 */
export function BarChart({ id, title, about, points, hidden }: ChartProps) {
  const plotted = points.flatMap(({ label, value }) => (value === null ? [] : { label, value }));
  const top = Math.max(...plotted.map(({ value }) => value), 1);
  const rest = points.length - plotted.length;
  const end = plotted.length * line;
  return (
    <Frame id={id} title={title} about={about} high={end + (rest > 0 ? 28 : 6)}>
      {plotted.map(({ label, value }, at) => {
        const long = (value / top) * (wide - 60);
        const y = at * line;
        return (
          <g key={label}>
            <text x="0" y={y + 15}>
              {clipped(label)}
            </text>
            <rect className="s1" x="0" y={y + 21} width={Math.max(long, 1)} height={bar} />
            <text className="lab" x={long + 6} y={y + 34}>
              {value}
            </text>
          </g>
        );
      })}
      {rest > 0 ? (
        <text className="lab" x="0" y={end + 20}>
          {t("{value} more: {hidden}", { value: rest, hidden })}
        </text>
      ) : null}
      <path className="axis" d={`M0 18V${end}`} />
    </Frame>
  );
}

const high = 120;
const foot = 26;

/** A line from zero over equal steps, with the first, the last and the highest in words. */
export function LineChart({ id, title, about, points }: Omit<ChartProps, "hidden">) {
  const values = points.map(({ value }) => value ?? 0);
  const top = Math.max(...values, 1);
  const step = points.length > 1 ? (wide - 20) / (points.length - 1) : 0;
  const x = (at: number) => 10 + at * step;
  const y = (value: number) => 20 + high * (1 - value / top);
  const peak = values.indexOf(Math.max(...values));
  const path = values.map((value, at) => `${at === 0 ? "M" : "L"}${x(at)} ${y(value)}`).join("");
  return (
    <Frame id={id} title={title} about={about} high={20 + high + foot}>
      <path className="axis" d={`M0 ${20 + high}H${wide}`} />
      <path className="line" d={path} />
      {values.map((value, at) => (
        <circle className="s1" key={points[at]?.label} cx={x(at)} cy={y(value)} r={at === peak ? 4 : 2} />
      ))}
      <text className="lab" x={Math.min(Math.max(x(peak), 12), wide - 12)} y={y(top) - 8} textAnchor="middle">
        {values[peak]}
      </text>
      <text x="0" y={20 + high + 19}>
        {points[0]?.label}
      </text>
      {points.length > 1 ? (
        <text x={wide} y={20 + high + 19} textAnchor="end">
          {points.at(-1)?.label}
        </text>
      ) : null}
    </Frame>
  );
}

type FrameProps = { id: string; title: string; about: string; high: number; children: ReactNode };

function Frame({ id, title, about, high: height, children }: FrameProps) {
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${wide} ${height}`}
      role="img"
      aria-labelledby={`${id}-chart ${id}-chart-about`}
    >
      <title id={`${id}-chart`}>{title}</title>
      <desc id={`${id}-chart-about`}>{about}</desc>
      {children}
    </svg>
  );
}

const clipped = (label: string) => (label.length > 46 ? `${label.slice(0, 44).trimEnd()}…` : label);
