import { Panel } from "@/app/_ui/panel";
import type { TeamRow } from "@/lib/oversight/my-work/types";
import { t } from "@/lib/platform/language/translate";

const left = 130;
const width = 250;
const line = 32;
const most = 12;

/** Bars from zero with their numbers; the table above has the same data. Overdue comes first. */
export function TeamChart({ rows }: { rows: readonly TeamRow[] }) {
  const shown = rows.slice(0, most);
  const top = Math.max(...shown.map((row) => row.open), 1);
  const height = shown.length * line + 40;
  return (
    <Panel id="open-cases" title={t("Open cases, by caseworker")}>
      <svg
        className="chart"
        viewBox={`0 0 ${left + width + 30} ${height}`}
        role="img"
        aria-labelledby="open-cases-words"
      >
        <title id="open-cases-words">
          {t("Open cases of each caseworker, with those overdue. The table has the same numbers.")}
        </title>
        <path className="axis" d={`M${left} 6V${height - 30}`} />
        {shown.map((row, at) => (
          <Bar key={row.id} row={row} y={10 + at * line} scale={width / top} />
        ))}
        <g transform={t("translate({left} {value})", { left, value: height - 8 })}>
          <rect className="s2" width="11" height="11" y="-10" />
          <text x="16">{t("Overdue")}</text>
          <rect className="s1" width="11" height="11" x="84" y="-10" />
          <text x="100">{t("Other open cases")}</text>
        </g>
      </svg>
    </Panel>
  );
}

function Bar({ row, y, scale }: { row: TeamRow; y: number; scale: number }) {
  const late = row.overdue * scale;
  const rest = (row.open - row.overdue) * scale;
  return (
    <>
      <text x={left - 8} y={y + 15.5} textAnchor="end">
        {row.name}
      </text>
      <rect className="s2" x={left} y={y} width={late} height="22" />
      <rect className="s1" x={left + late} y={y} width={rest} height="22" />
      <text className="lab" x={left + late + rest + 6} y={y + 15.5}>
        {row.open}
      </text>
    </>
  );
}
