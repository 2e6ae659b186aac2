import type { ReactNode } from "react";

type Point = { label: string; value: number | null };

type LineChartProps = {
  id: string;
  title: string;
  /** In whole sentences: where the same numbers are given in words. */
  about: string;
  points: readonly Point[];
};

const wide = 340;
const high = 120;
const foot = 26;

/** A line from zero over equal steps, with the first, the last and the highest in words. */
export function LineChart({ id, title, about, points }: LineChartProps) {
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
