import { ChartFigure } from "@/app/_ui/chart-figure";
import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import type { TeamRow } from "@/lib/oversight/my-work/types";
import { rooms } from "@/lib/platform/charts/marks";
import { type BarsInput, plotBars } from "@/lib/platform/charts/plot-bars";
import { t } from "@/lib/platform/language/translate";
import { CountLink } from "./_components/count-link";

/** What each person has to do and waits for: the picture, and the same numbers beside it. */
export function ActsPanel({ rows }: { rows: readonly TeamRow[] }) {
  const input = barsOf(rows);
  return (
    <Panel id="acts" title={t("Acts of the team, by caseworker")} padded={false}>
      <div className="chartrow">
        <ChartFigure id="load" wide={plotBars(input, rooms.narrow)} />
        <DataTable
          caption={t("Acts of each caseworker: overdue, for today, in the next 7 days, and waiting on others")}
          rows={rows}
          keyOf={(row) => row.id}
          wide
          columns={[
            { head: t("Caseworker"), className: "strong", cell: (row) => row.name },
            {
              head: t("Overdue"),
              num: true,
              cell: ({ id, acts }) => <CountLink n={acts.overdue} href={`/?of=${id}#overdue`} alert />,
            },
            {
              head: t("Today"),
              num: true,
              cell: ({ id, acts }) => <CountLink n={acts.today} href={`/?of=${id}#today`} />,
            },
            {
              head: t("Next 7 days"),
              num: true,
              cell: ({ id, acts }) => <CountLink n={acts.soon} href={`/?of=${id}#soon`} />,
            },
            {
              head: t("Waiting"),
              num: true,
              cell: ({ id, acts }) => <CountLink n={acts.waiting} href={`/?of=${id}#waiting`} />,
            },
            { head: t("All"), num: true, cell: ({ acts }) => acts.overdue + acts.today + acts.soon + acts.waiting },
          ]}
        />
      </div>
    </Panel>
  );
}

/** What is overdue first, then what is to be done, then what waits for somebody else. */
function barsOf(rows: readonly TeamRow[]): BarsInput {
  return {
    title: t("Acts of each caseworker"),
    about: rows
      .map(({ name, acts: { overdue, today, soon, waiting } }) =>
        t("{name}: {overdue} overdue, {today} today, {soon} in the next 7 days, {waiting} waiting on others.", {
          name,
          overdue,
          today,
          soon,
          waiting,
        }),
      )
      .join(" "),
    parts: [
      { label: t("Overdue"), fill: "strong" },
      { label: t("Today and next 7 days"), fill: "light" },
      { label: t("Waiting on others"), fill: "hatch" },
    ],
    rows: rows.map(({ name, acts: { overdue, today, soon, waiting } }) => ({
      name,
      values: [overdue, today + soon, waiting],
    })),
    more: (people) => t("{people} more in the table", { people }),
  };
}
