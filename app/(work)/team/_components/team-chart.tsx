import type { TeamRow } from "@/lib/oversight/my-work/types";
import { t } from "@/lib/platform/language/translate";

const left = 130;
const width = 250;
const line = 32;
const most = 12;

const total = ({ acts }: TeamRow) => acts.overdue + acts.todo + acts.waiting;

/** Bars from zero with their numbers; the table beside it has the same. Overdue comes first. */
export function TeamChart({ rows }: { rows: readonly TeamRow[] }) {
  const shown = rows.slice(0, most);
  const top = Math.max(...shown.map(total), 1);
  const height = shown.length * line + 40;
  return (
    <svg className="chart" viewBox={`0 0 ${left + width + 30} ${height}`} role="img" aria-labelledby="acts-words">
      <title id="acts-words">
        {t("Acts of each caseworker: overdue, to do, and waiting on others. The table has the same numbers.")}
      </title>
      <defs>
        <pattern id="acts-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="hatch" d="M0 0V6" />
        </pattern>
      </defs>
      <path className="axis" d={`M${left} 6V${height - 30}`} />
      {shown.map((row, at) => (
        <Bar key={row.id} row={row} y={10 + at * line} scale={width / top} />
      ))}
      <g transform={`translate(${left - 100} ${height - 8})`}>
        <rect className="s2" width="11" height="11" y="-10" />
        <text x="16">{t("Overdue")}</text>
        <rect className="s1" width="11" height="11" x="90" y="-10" />
        <text x="106">{t("To do")}</text>
        <rect width="11" height="11" x="166" y="-10" fill="url(#acts-hatch)" />
        <rect className="s3" width="11" height="11" x="166" y="-10" />
        <text x="182">{t("Waiting on others")}</text>
      </g>
    </svg>
  );
}

function Bar({ row, y, scale }: { row: TeamRow; y: number; scale: number }) {
  const late = row.acts.overdue * scale;
  const todo = row.acts.todo * scale;
  const waiting = row.acts.waiting * scale;
  return (
    <>
      <text x={left - 8} y={y + 15.5} textAnchor="end">
        {row.name}
      </text>
      <rect className="s2" x={left} y={y} width={late} height="22" />
      <rect className="s1" x={left + late} y={y} width={todo} height="22" />
      <rect x={left + late + todo} y={y} width={waiting} height="22" fill="url(#acts-hatch)" />
      {waiting > 0 ? <rect className="s3" x={left + late + todo} y={y} width={waiting} height="22" /> : null}
      <text className="lab" x={left + late + todo + waiting + 6} y={y + 15.5}>
        {total(row)}
      </text>
    </>
  );
}
