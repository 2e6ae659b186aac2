import { asksForTalk, gentleThreshold } from "@/lib/evidence/exposure/rules";
import type { WorkerExposure } from "@/lib/evidence/exposure/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, plural } from "@/lib/platform/text/format";

const wide = 448;
const high = 110;
const foot = 24;

/** Bars from zero, one for each week, with their numbers; the table below has the same. */
export function ExposureChart({ person: { memberId, name, weeks } }: { person: WorkerExposure }) {
  const top = Math.max(...weeks.map((week) => week.total), gentleThreshold * 1.2);
  const step = wide / weeks.length;
  const line = 16 + high * (1 - gentleThreshold / top);
  return (
    <figure className="stack stack--s">
      <figcaption className="strong">{name}</figcaption>
      <svg
        className="chart"
        viewBox={`0 0 ${wide} ${16 + high + foot}`}
        role="img"
        aria-labelledby={`exposure-${memberId}`}
      >
        <title id={`exposure-${memberId}`}>
          {`${name}: ${weeks.map((week) => t("{total} from {from}", { total: plural(week.total, "reveal"), from: formatDate(week.from) })).join(", ")}`}
        </title>
        {weeks.map((week, index) => {
          const tall = (week.total / top) * high;
          const x = index * step;
          return (
            <g key={week.from}>
              <rect
                className={asksForTalk(week) ? "s2" : "s1"}
                x={x + 6}
                y={16 + high - tall}
                width={step - 12}
                height={tall}
              />
              <text className="lab" x={x + step / 2} y={12 + high - tall} textAnchor="middle">
                {week.total}
              </text>
              <text x={x + step / 2} y={16 + high + 17} textAnchor="middle">
                {formatDate(week.from).replace(/ \d{4}$/, "")}
              </text>
            </g>
          );
        })}
        <path className="axis" d={`M0 ${16 + high}H${wide}`} />
        <path className="mid" d={`M0 ${line}H${wide}`} />
      </svg>
    </figure>
  );
}
