import { DownloadButton } from "@/app/_ui/button";
import { LineChart } from "@/app/_ui/chart";
import { ChartFigure } from "@/app/_ui/chart-figure";
import { Disclosure } from "@/app/_ui/disclosure";
import { Panel } from "@/app/_ui/panel";
import { reportAbout, reportEmpty, reportTitles } from "@/lib/oversight/reports/labels";
import type { Filter, Report } from "@/lib/oversight/reports/types";
import { rooms } from "@/lib/platform/charts/marks";
import { plotBars } from "@/lib/platform/charts/plot-bars";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { ReportTable } from "./_components/report-table";

type Props = { report: Report; filter: Filter; query: string };

/** The number of rows shown next to a chart; more are collapsed. */
const openRows = 16;

export function ReportPanel({ report, filter, query }: Props) {
  const { name, rows, chart } = report;
  const title = reportTitles[name];
  return (
    <Panel
      id={name}
      title={title}
      padded={false}
      end={rows.length > 0 ? <Files report={report} query={query} /> : null}
    >
      <p className={chart ? "panel__about" : "panel__about panel__about--table"}>{reportAbout[name]}</p>
      {rows.length === 0 ? (
        <p className="panel__body">{reportEmpty[name]}</p>
      ) : (
        <div className={chart ? "chartrow" : undefined}>
          <ReportChart report={report} />
          {rows.length > openRows ? (
            <Disclosure label={t("The table, {rows}", { rows: plural(rows.length, "row") })}>
              <ReportTable report={report} filter={filter} />
            </Disclosure>
          ) : (
            <ReportTable report={report} filter={filter} />
          )}
        </div>
      )}
    </Panel>
  );
}

function Files({ report: { name }, query }: { report: Report; query: string }) {
  const title = reportTitles[name];
  return (
    <span className="row noprint">
      {(["csv", "xlsx"] as const).map((format) => (
        <DownloadButton key={format} small variant="quiet" href={`/api/reports/${name}/${format}?${query}`}>
          <span className="vh">{t("{title} as", { title })} </span>
          {format.toUpperCase()}
        </DownloadButton>
      ))}
    </span>
  );
}

function ReportChart({ report: { name, chart } }: { report: Report }) {
  if (!chart) return null;
  const { look, title, unit, points } = chart;
  const about = t("In {unit}. The table beside it has the same numbers.", { unit });
  if (look === "line") return <LineChart id={name} title={title} about={about} points={points} />;
  const bars = plotBars(
    {
      title,
      about,
      parts: [{ label: unit, fill: "strong" }],
      rows: points.flatMap(({ label, value }) => (value === null ? [] : [{ name: label, values: [value] }])),
      more: (rows) => t("{rows} more in the table", { rows }),
    },
    rooms.narrow,
  );
  return <ChartFigure id={name} wide={bars} />;
}
